//! The terms in a list of phrases: `the begin date, the kind (of the sector and the cluster) and the result`.
//!
//! A list is split at its commas, semicolons and the last "and", never inside brackets. A phrase with a list inside it (in
//! brackets, after "with", or "A and B of C") becomes one term for each item of that list, nested in the phrase.

use std::ops::Range;

use super::words::{Words, find_word, has_word, lower_case, without_any};

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

/// The places where "and" separates two items of a list.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Joined {
    /// Behind the last comma, and before a question with the answers yes and no.
    LastAnd,
    /// As above; in a list in brackets, whose items may have no article, "or" separates the last two items as well.
    InBrackets,
}

/// Splits a list into its items.
fn items(words: &Words, list: &str, joined: Joined) -> Vec<Range<usize>> {
    let mut items = split_at_separators(list);
    // Questions are joined by "and" anywhere in a list: their objects have commas of their own.
    items = items
        .into_iter()
        .flat_map(|item| split_before_questions(words, list, item))
        .filter(|item| list[item.clone()].contains(char::is_alphanumeric))
        .collect();
    if let Some(last) = items.pop() {
        let single = items.is_empty();
        items.extend(split_last(words, list, last, joined, single));
    }
    items
        .into_iter()
        .map(|item| trimmed(list, item))
        .filter(|item| list[item.clone()].contains(char::is_alphanumeric))
        .collect()
}

/// Splits at commas and semicolons outside brackets. A comma before a sign or a number (`article 60, § 7`) is part of an item.
fn split_at_separators(list: &str) -> Vec<Range<usize>> {
    let mut items = Vec::new();
    let (mut start, mut depth) = (0, 0_usize);
    for (at, char) in list.char_indices() {
        match char {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            ',' | ';' if depth == 0 => {
                let next = list[at + 1..].trim_start().chars().next();
                if char == ';' || next.is_none_or(char::is_alphabetic) {
                    items.push(start..at);
                    start = at + 1;
                }
            }
            _ => {}
        }
    }
    items.push(start..list.len());
    items
}

/// Splits an item before "and" with an article and the words of a question with the answers yes and no.
fn split_before_questions(words: &Words, list: &str, item: Range<usize>) -> Vec<Range<usize>> {
    let splits = places_of(&list[item.clone()], words.and).filter(|at| {
        let behind = &list[item.start + at + words.and.len()..item.end];
        is_question(words, behind)
    });
    split_at(item.clone(), splits.collect::<Vec<_>>(), words.and.len())
}

/// Splits the last item of a list at the "and" that joins it to the one before.
fn split_last(
    words: &Words,
    list: &str,
    item: Range<usize>,
    joined: Joined,
    single: bool,
) -> Vec<Range<usize>> {
    let text = &list[item.clone()];
    let behind = |at: &usize| &text[at + words.and.len()..];
    // An "and" that begins the item follows a comma: "A, B, and C".
    if let Some(rest) = text.trim_start().strip_prefix(words.and.trim_start()) {
        return vec![item.end - rest.len()..item.end];
    }
    let is_item = |text: &str| {
        words.without_article(text).is_some()
            || (joined == Joined::InBrackets
                && without_any(text, words.contracted.iter().copied()).is_some())
    };
    let mut ands = places_of(text, words.and)
        .filter(|at| is_item(behind(at)) && !is_between(words, &text[..*at]))
        .collect::<Vec<_>>();
    // A list of one item is a phrase, and "the code of A and B" is not two phrases.
    if single && joined == Joined::LastAnd {
        ands.retain(|at| !has_of(words, &text[..*at]));
    }
    if let Some(at) = ands.last() {
        return split_at(item, vec![*at], words.and.len());
    }
    if joined == Joined::InBrackets && !single {
        let first = places_of(text, words.or).next();
        let place = first.map(|at| (at, words.or.len()));
        let place = place.or_else(|| {
            places_of(text, words.and)
                .next()
                .map(|at| (at, words.and.len()))
        });
        if let Some((at, length)) = place {
            return split_at(item, vec![at], length);
        }
    }
    vec![item]
}

/// Returns true if the text ends between "between" and its "and".
fn is_between(words: &Words, before: &str) -> bool {
    let before = lower_case(before);
    let opened = words.between.iter().filter_map(|word| {
        let at = before.rfind(word)?;
        find_word(&before[at..], word).map(|_| at)
    });
    let Some(at) = opened.max() else {
        return false;
    };
    places_of(&before[at..], words.and).next().is_none()
}

fn has_of(words: &Words, text: &str) -> bool {
    words.of.iter().any(|of| text.contains(of))
}

/// Returns the places of `part` in a text, outside brackets.
fn places_of<'t>(text: &'t str, part: &'static str) -> impl Iterator<Item = usize> + 't {
    let (mut depth, mut counted) = (0_usize, 0);
    text.match_indices(part).filter_map(move |(at, _)| {
        for char in text[counted..at].chars() {
            match char {
                '(' | '[' => depth += 1,
                ')' | ']' => depth = depth.saturating_sub(1),
                _ => {}
            }
        }
        counted = at;
        (depth == 0).then_some(at)
    })
}

/// Splits a range at places that are relative to its start; `length` bytes at each place belong to no part.
fn split_at(range: Range<usize>, places: Vec<usize>, length: usize) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut start = range.start;
    for place in places {
        let at = range.start + place;
        // "and" and "or" share the space between them and the next one.
        if at >= start {
            parts.push(start..at);
            start = at + length;
        }
    }
    parts.push(start..range.end);
    parts
}

fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let part = &text[range.clone()];
    let start = range.start + (part.len() - part.trim_start().len());
    let part = part.trim();
    let end = start + part.trim_end_matches(['.', ':', ';', ',']).trim_end().len();
    start..end
}

/// Returns true for "the whether or not being ..", with or without the article.
fn is_question(words: &Words, text: &str) -> bool {
    let text = words.without_article(text).unwrap_or(text);
    without_any(text, words.yes_no.iter().copied()).is_some()
}

/// Returns the position, in `items`, of the last object of a combination that begins with the first item: "combining A with B,
/// C, or D". The objects end before the next question, at an object without a definite article: definite phrases behind the
/// last of these are terms of the list itself.
fn last_combined(words: &Words, list: &str, items: &[Range<usize>]) -> Option<usize> {
    let (first, rest) = items.split_first()?;
    combined_with(words, &list[first.clone()])?;
    let objects = rest
        .iter()
        .take_while(|item| !is_question(words, &list[(*item).clone()]));
    let objects: Vec<_> = objects.collect();
    let is_object = |item: &&Range<usize>| !words.is_definite(&list[(*item).clone()]);
    objects.iter().rposition(is_object).map(|last| last + 1)
}

/// Returns the place behind "with" in a combination.
fn combined_with(words: &Words, item: &str) -> Option<usize> {
    let lower = lower_case(item);
    if !has_word(&lower, words.combine) {
        return None;
    }
    places_of(&lower, words.with)
        .next()
        .map(|at| at + words.with.len())
}

/// Adds the objects of a combination.
fn push_combined(
    words: &Words,
    list: &str,
    items: &[Range<usize>],
    offset: usize,
    found: &mut Vec<FoundTerm>,
) {
    let Some((first, rest)) = items.split_first() else {
        return;
    };
    let text = &list[first.clone()];
    let Some(behind) = combined_with(words, text) else {
        return;
    };
    let of = text[..behind].trim_end();
    let mut objects = vec![first.start + behind..first.end];
    objects.extend(rest.iter().cloned());
    if let Some(last) = objects.pop() {
        let text = &list[last.clone()];
        let with_article = places_of(text, words.or)
            .filter(|at| {
                words
                    .without_article(&text[at + words.or.len()..])
                    .is_some()
            })
            .last();
        objects.extend(split_at(
            last,
            with_article.into_iter().collect(),
            words.or.len(),
        ));
    }
    for object in objects {
        push(
            found,
            list[object.clone()].trim(),
            Some(of),
            offset + object.start,
            None,
        );
    }
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
    let has_and = places_of(&lower, words.and).any(|at| {
        words
            .without_article(&lower[at + words.and.len()..])
            .is_some()
    });
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

/// Returns the text in the first pair of brackets.
fn bracket(phrase: &str) -> Option<Range<usize>> {
    let start = phrase.find('(')? + 1;
    let mut depth = 0_usize;
    for (at, char) in phrase[start..].char_indices() {
        match char {
            '(' => depth += 1,
            ')' if depth == 0 => return Some(start..start + at),
            ')' => depth -= 1,
            _ => {}
        }
    }
    None
}

/// Adds the terms of a list in brackets; returns false if the bracket is not such a list.
fn push_bracket(
    words: &Words,
    phrase: &str,
    inside: Range<usize>,
    offset: usize,
    found: &mut Vec<FoundTerm>,
) -> bool {
    let content = &phrase[inside.clone()];
    let lower = lower_case(content);
    if words.manner.iter().any(|manner| lower.starts_with(manner)) || has_word(&lower, words.also) {
        return false;
    }
    let mut start = inside.start;
    let skip = |start: &mut usize, words: &[&'static str]| {
        let text = &phrase[*start..inside.end];
        if let Some(rest) = without_any(text, words.iter().copied()) {
            *start = inside.end - rest.trim_start().len();
        }
    };
    skip(&mut start, words.at_level);
    let has_level = start > inside.start;
    // "whether or not A, B or C" asks one question for each.
    if words.without_article(&phrase[start..inside.end]).is_none() {
        skip(&mut start, words.yes_no);
    }
    let content = &phrase[start..inside.end];
    let items = items(words, content, Joined::InBrackets);
    if items.len() < 2 {
        return false;
    }
    let of = match phrase[inside.end + 1..].trim() {
        "" => phrase[..inside.start - 1].trim(),
        _ => phrase,
    };
    for item in items {
        let text = &content[item.clone()];
        let at = offset + start + item.start;
        if has_level {
            // "of the section" or "the section": the level has neither.
            let text = without_any(text, words.contracted.iter().copied()).unwrap_or(text);
            push(
                found,
                words.without_article(text).unwrap_or(text),
                Some(of),
                at,
                None,
            );
        } else if let Some((parts, _)) = pair(words, text) {
            for part in parts {
                push(found, &text[part.clone()], Some(of), at + part.start, None);
            }
        } else {
            push(found, text, Some(of), at, None);
        }
    }
    true
}

/// Finds two variables in one phrase: the begin and the end of something, or one thing of two subjects.
fn pair<'t>(words: &Words, phrase: &'t str) -> Option<(Vec<Range<usize>>, &'t str)> {
    let noun = words.without_article(phrase)?;
    let start = phrase.len() - noun.len();
    begin_and_end(words, phrase, start).or_else(|| two_subjects(words, phrase))
}

/// "the begin date and end date of ..", "the begin quarter/end quarter of ..", "la date de début et de fin de .."
fn begin_and_end<'t>(
    words: &Words,
    phrase: &'t str,
    start: usize,
) -> Option<(Vec<Range<usize>>, &'t str)> {
    let noun = &phrase[start..];
    let lower = lower_case(noun);
    let word_at = |from: usize, part: &[&str]| {
        let rest = &lower[from..];
        let end = rest.find([' ', '/']).unwrap_or(rest.len());
        let is_first = part.iter().any(|word| rest[..end].starts_with(word));
        is_first.then_some(from..from + end)
    };
    let separators = [words.and, "/"];
    let begins = lower
        .char_indices()
        .filter(|(at, _)| *at == 0 || lower[..*at].ends_with(' '))
        .filter_map(|(at, _)| word_at(at, words.begin));
    for begin in begins {
        for separator in separators {
            let Some(rest) = lower[begin.end..].strip_prefix(separator) else {
                continue;
            };
            let mut behind = lower.len() - rest.len();
            // "de début et de fin": the preposition is repeated.
            if let Some(rest) = without_any(rest, words.contracted.iter().copied()) {
                behind = lower.len() - rest.len();
            }
            if let Some(end) = word_at(behind, words.end) {
                let parts = [begin, end].map(|part| start + part.start..start + part.end);
                return Some((parts.into(), phrase));
            }
        }
    }
    None
}

/// "the code of the A and the B", where the second has an article or the preposition of the first.
fn two_subjects<'t>(words: &Words, phrase: &'t str) -> Option<(Vec<Range<usize>>, &'t str)> {
    let mut ands = places_of(phrase, words.and);
    let (and, None) = (ands.next()?, ands.next()) else {
        return None;
    };
    if is_between(words, &phrase[..and]) || phrase.contains('(') {
        return None;
    }
    let behind = and + words.and.len();
    let joined = &phrase[behind..];
    // In French the preposition is repeated, and only with it both are subjects.
    let second = match words.contracted {
        [] => words.definite_rest(joined),
        contracted => without_any(joined, contracted.iter().copied()),
    }?;
    let of = words.of.iter().filter_map(|of| {
        let at = phrase[..and].find(of)?;
        Some((at, at + of.len()))
    });
    let (_, first) = of.min()?;
    let first_text = &phrase[first..and];
    let first_text = words.definite_rest(first_text).unwrap_or(first_text);
    // A subject of several words is a phrase that a person should look at.
    if first_text.contains(' ') || second.contains(' ') {
        return None;
    }
    let first = and - first_text.len()..and;
    let second = phrase.len() - second.len()..phrase.len();
    Some((vec![first, second], phrase))
}

impl Words {
    /// Returns the text behind a definite article.
    fn definite_rest<'t>(&self, text: &'t str) -> Option<&'t str> {
        without_any(text, self.definite.iter().copied())
    }
}
