//! Phrases with a list inside them: in brackets, or as two variables of one noun.

use std::ops::Range;

use super::super::words::{Words, has_word, lower_case, without_any};
use super::items::{Joined, is_between, items, places_of};
use super::{FoundTerm, IN_BRACKETS, push};

/// Returns the text in the first pair of brackets.
pub(super) fn bracket(phrase: &str) -> Option<Range<usize>> {
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
pub(super) fn push_bracket(
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
            let doubt = words.without_article(text).is_none();
            push(found, text, Some(of), at, doubt.then_some(IN_BRACKETS));
        }
    }
    true
}

/// Finds two variables in one phrase: the begin and the end of something, or one thing of two subjects.
pub(super) fn pair<'t>(words: &Words, phrase: &'t str) -> Option<(Vec<Range<usize>>, &'t str)> {
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
