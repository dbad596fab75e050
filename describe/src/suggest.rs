//! Suggestions for misspelt words in messages.

/// Returns the known word that is most similar to `word`, or `None` if no known word is similar.
///
/// Two words are similar if their normalised Damerau-Levenshtein similarity is above 0.6: about two edits in five
/// characters.
///
/// ```
/// use beraad_describe::nearest;
///
/// assert_eq!(nearest("montly", ["monthly", "yearly"]), Some("monthly"));
/// assert_eq!(nearest("day", ["monthly", "yearly"]), None);
/// ```
#[must_use]
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    // The distance of two words is at least the difference of their lengths. So a word of another length cannot be similar,
    // and a word of a million characters, which an untrusted file may contain, costs no more than its length.
    let length = word.chars().count();
    let may_be_similar = |candidate: &&str| {
        let other = candidate.chars().count();
        5 * length.min(other) > 3 * length.max(other)
    };
    let scored = known.into_iter().filter(may_be_similar).map(|candidate| {
        (
            strsim::normalized_damerau_levenshtein(word, candidate),
            candidate,
        )
    });
    // Of equally similar words, `max_by` returns the last one.
    let best = scored
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .filter(|(score, _)| *score > 0.6);
    best.map(|(_, candidate)| candidate)
}

/// Returns a question for a message, ``did you mean `monthly`? `` with a space at its end, or an empty text if no known
/// word is similar to `word`.
#[must_use]
pub fn did_you_mean<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    nearest(word, known)
        .map(|candidate| format!("did you mean `{candidate}`? "))
        .unwrap_or_default()
}

/// Returns the words for a message, in backticks and with `or` before the last one; `nothing here` if there are none.
///
/// ```
/// use beraad_describe::one_of;
///
/// assert_eq!(one_of(&["month", "quarter", "year"]), "`month`, `quarter` or `year`");
/// assert_eq!(one_of(&[]), "nothing here");
/// ```
#[must_use]
pub fn one_of(words: &[&str]) -> String {
    let quoted: Vec<_> = words.iter().map(|word| format!("`{word}`")).collect();
    match quoted.split_last() {
        None => "nothing here".to_owned(),
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} or {last}", rest.join(", ")),
    }
}
