//! The items of a list: it is split at commas, semicolons and the last "and", outside brackets.

use std::ops::Range;

use super::super::words::{Words, find_word, lower_case, without_any};

/// The places where "and" separates two items of a list.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Joined {
    /// Behind the last comma, and before a question with the answers yes and no.
    LastAnd,
    /// As above; in a list in brackets, whose items may have no article, "or" separates the last two items as well.
    InBrackets,
}

/// Splits a list into its items.
pub(super) fn items(words: &Words, list: &str, joined: Joined) -> Vec<Range<usize>> {
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
        let start = item.end - rest.len();
        return split_at(start..item.end, Vec::new(), 0);
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
pub(super) fn is_between(words: &Words, before: &str) -> bool {
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
pub(super) fn places_of<'t>(text: &'t str, part: &'static str) -> impl Iterator<Item = usize> + 't {
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
pub(super) fn split_at(
    range: Range<usize>,
    places: Vec<usize>,
    length: usize,
) -> Vec<Range<usize>> {
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
pub(super) fn is_question(words: &Words, text: &str) -> bool {
    let text = words.without_article(text).unwrap_or(text);
    without_any(text, words.yes_no.iter().copied()).is_some()
}
