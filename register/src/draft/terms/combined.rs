//! Combinations: "combining A with B, C or D" has a term for each object.

use std::ops::Range;

use super::super::words::{Words, has_word, lower_case};
use super::items::{is_question, places_of, split_at};
use super::{FoundTerm, push};

/// Returns the position, in `items`, of the last object of a combination that begins with the first item: "combining A with B,
/// C, or D". The objects end before the next question, at an object without a definite article: definite phrases behind the
/// last of these are terms of the list itself.
pub(super) fn last_combined(words: &Words, list: &str, items: &[Range<usize>]) -> Option<usize> {
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
pub(super) fn push_combined(
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
    let first = first.start + behind..first.end;
    let mut objects: Vec<_> = [first].into_iter().chain(rest.iter().cloned()).collect();
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
