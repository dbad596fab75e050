//! The terms in a list of phrases: `the begin date, the kind (of the sector and the cluster) and the result`.
//!
//! A list is split at its commas, semicolons and the last "and", never inside brackets. A phrase with a list inside it (in
//! brackets, after "with", or "A and B of C") becomes one term for each item of that list, nested in the phrase.

mod items;
mod combined;
mod nested;

use self::combined::{last_combined, push_combined};
use self::items::{Joined, items, places_of};
use self::nested::{bracket, pair, push_bracket};
use super::words::{Words, has_word, lower_case, without_any};

/// A phrase that names a variable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct FoundTerm {
    pub(super) term: String,
    /// The phrase that contains it.
    pub(super) of: Option<String>,
    /// Where the term begins in the text of the chunk.
    pub(super) offset: usize,
    /// The reason why a person should look at it.
    pub(super) doubt: Option<&'static str>,
}

const TWO_PHRASES: &str = "it contains `and`: it may be two phrases";
const NO_ARTICLE: &str = "it has no article: it may be part of the phrase before it";
const IN_BRACKETS: &str =
    "it is in brackets without an article: it may be a value, and not a variable";
const LONG: &str = "it is long: it may be several phrases";

/// The number of characters from which a phrase is long.
const LONG_PHRASE: usize = 140;

/// Returns the terms of a list that begins at `offset` of its chunk.
pub(super) fn terms(words: &Words, list: &str, offset: usize) -> Vec<FoundTerm> {
    let items = items(words, list, Joined::LastAnd);
    let mut found = Vec::new();
    let mut index = 0;
    while let Some(item) = items.get(index) {
        let text = &list[item.clone()];
        if let Some(last) = last_combined(words, list, &items[index..]) {
            push_combined(
                words,
                list,
                &items[index..=index + last],
                offset,
                &mut found,
            );
            index += last + 1;
            continue;
        }
        push_phrase(words, text, offset + item.start, &mut found);
        index += 1;
    }
    found
}

/// Adds the terms of one phrase: itself, or those of the list inside it.
fn push_phrase(words: &Words, phrase: &str, offset: usize, found: &mut Vec<FoundTerm>) {
    if let Some(inside) = bracket(phrase)
        && push_bracket(words, phrase, inside, offset, found)
    {
        return;
    }
    if let Some((parts, of)) = pair(words, phrase) {
        for part in parts {
            push(
                found,
                &phrase[part.clone()],
                Some(of),
                offset + part.start,
                None,
            );
        }
        return;
    }
    let lower = lower_case(phrase);
    let is_term = words.without_article(phrase).is_some();
    // In French the second phrase may begin with the preposition of the first: "de l’employeur et de l’unité".
    let begins_phrase = |text: &str| {
        words.without_article(text).is_some()
            || without_any(text, words.contracted.iter().copied()).is_some()
    };
    let has_and =
        places_of(&lower, words.and).any(|at| begins_phrase(&lower[at + words.and.len()..]));
    let doubt = if !is_term {
        Some(NO_ARTICLE)
    } else if has_and && !words.between.iter().any(|word| has_word(&lower, &[word])) {
        Some(TWO_PHRASES)
    } else {
        (phrase.chars().count() > LONG_PHRASE).then_some(LONG)
    };
    push(found, phrase, None, offset, doubt);
}

fn push(
    found: &mut Vec<FoundTerm>,
    term: &str,
    of: Option<&str>,
    offset: usize,
    doubt: Option<&'static str>,
) {
    if term.contains(char::is_alphanumeric) {
        found.push(FoundTerm {
            term: term.to_owned(),
            // A bracket may be all that there is.
            of: of
                .filter(|of| of.contains(char::is_alphanumeric))
                .map(str::to_owned),
            offset,
            doubt,
        });
    }
}
