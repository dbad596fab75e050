//! The paragraphs that name variables, with their headings.
//!
//! A heading is `Title: the first, the second and the third.`, or `Title:` before the items of a list. A list without a title,
//! behind "the following data:", gets the introduction as its title, with a doubt.

use super::chunks::{Chunk, Start};
use super::delivery::{self, Delivery};
use super::terms::{FoundTerm, terms};
use super::words::{Words, has_word, lower_case, without_any};

/// The number of characters that a title has at most.
const LONGEST_TITLE: usize = 160;

/// A paragraph that names variables.
#[derive(Debug)]
pub(super) struct FoundParagraph {
    pub(super) number: String,
    /// The word for the paragraph, if the text has it before the number.
    pub(super) name: Option<&'static str>,
    pub(super) line: usize,
    pub(super) delivery: Delivery,
    pub(super) headings: Vec<FoundHeading>,
}

/// A heading with its terms, each with its line.
#[derive(Debug)]
pub(super) struct FoundHeading {
    pub(super) title: String,
    pub(super) line: usize,
    pub(super) terms: Vec<(FoundTerm, usize)>,
    /// The reason why a person should look at the title.
    pub(super) doubt: Option<&'static str>,
}

/// Finds the paragraphs that name variables.
pub(super) fn paragraphs(words: &Words, chunks: &[Chunk]) -> Vec<FoundParagraph> {
    let mut found = Vec::new();
    let is_operative =
        |chunk: &Chunk| without_any(&chunk.text, words.operative.iter().copied()).is_some();
    let end = chunks.iter().position(is_operative).unwrap_or(chunks.len());
    let mut rest = &chunks[..end];
    while let Some((first, behind)) = rest.split_first() {
        let is_number = |chunk: &Chunk| matches!(chunk.start, Start::Number(_));
        let end = behind.iter().position(is_number).unwrap_or(behind.len());
        if let Start::Number(number) = &first.start {
            let chunks = &rest[..=end];
            let headings = headings(words, chunks);
            if !headings.is_empty() {
                let introduction = chunks
                    .iter()
                    .filter(|chunk| title_of(words, chunk).is_none());
                let texts: Vec<_> = introduction.map(|chunk| &*chunk.text).collect();
                found.push(FoundParagraph {
                    number: number.clone(),
                    name: first.name,
                    line: first.line_at(0),
                    delivery: delivery::of_paragraph(words, &first.text, &texts),
                    headings,
                });
            }
        }
        rest = &behind[end..];
    }
    found
}

/// Finds the headings of a paragraph, unless it does not speak of data.
fn headings(words: &Words, chunks: &[Chunk]) -> Vec<FoundHeading> {
    let Some(first) = chunks.first() else {
        return Vec::new();
    };
    let speaks_of_data = |text: &str| has_word(&lower_case(text), words.data);
    if !speaks_of_data(&first.text) {
        return Vec::new();
    }
    let mut found: Vec<FoundHeading> = Vec::new();
    // The heading whose items follow.
    let mut open: Option<FoundHeading> = None;
    for chunk in chunks {
        if let Some((title, body)) = title_of(words, chunk) {
            close(open.take(), &mut found);
            let mut heading = FoundHeading {
                title: title.to_owned(),
                line: chunk.line_at(0),
                terms: Vec::new(),
                doubt: None,
            };
            if body.trim().is_empty() {
                open = Some(heading);
                continue;
            }
            let list = first_sentence(body);
            let offset = chunk.text.len() - body.len();
            heading.terms = with_lines(terms(words, list, offset), chunk);
            // A list ends here: items that follow continue it only if it does not end with a full stop.
            if list.len() == body.len() && !body.trim_end().ends_with('.') {
                open = Some(heading);
            } else {
                close(Some(heading), &mut found);
            }
        } else if chunk.start == Start::Item
            && let Some(heading) = &mut open
        {
            let item = first_sentence(&chunk.text);
            heading
                .terms
                .extend(with_lines(item_terms(words, item), chunk));
        } else if let Some(heading) = introduction(words, chunk) {
            close(open.take(), &mut found);
            open = Some(heading);
        } else if is_title_line(words, chunk) {
            close(open.take(), &mut found);
            open = Some(FoundHeading {
                title: chunk.text.clone(),
                line: chunk.line_at(0),
                terms: Vec::new(),
                doubt: None,
            });
        } else if let Some(heading) = open.take() {
            // A list below a title on a line of its own.
            open = continue_list(words, heading, chunk, &mut found);
        }
    }
    close(open, &mut found);
    found
}

fn continue_list(
    words: &Words,
    mut heading: FoundHeading,
    chunk: &Chunk,
    found: &mut Vec<FoundHeading>,
) -> Option<FoundHeading> {
    let is_list = heading.terms.is_empty() && words.without_article(&chunk.text).is_some();
    if !is_list {
        close(Some(heading), found);
        return None;
    }
    let list = terms(words, first_sentence(&chunk.text), 0);
    // One phrase below a short line is more often a sentence than a list.
    if list.len() < 2 {
        return None;
    }
    heading.terms = with_lines(list, chunk);
    Some(heading)
}

/// Adds a heading that has terms, most of which look like phrases that name a variable.
fn close(heading: Option<FoundHeading>, found: &mut Vec<FoundHeading>) {
    if let Some(heading) = heading {
        let certain = heading
            .terms
            .iter()
            .filter(|(term, _)| term.doubt.is_none());
        // Items of a list below a title may all be without an article.
        let has_terms = !heading.terms.is_empty();
        if has_terms && certain.count() * 2 >= heading.terms.len() {
            found.push(heading);
        }
    }
}

/// The terms of an item of a list: one phrase, or several that all have an article.
fn item_terms(words: &Words, item: &str) -> Vec<FoundTerm> {
    let mut found = terms(words, item, 0);
    let all_have_articles = found
        .iter()
        .all(|term| term.of.is_some() || words.without_article(&term.term).is_some());
    if found.len() > 1 && !all_have_articles && found.iter().all(|term| term.of.is_none()) {
        let term = item.trim_end_matches(['.', ';', ',']).trim();
        found = vec![FoundTerm {
            term: term.to_owned(),
            of: None,
            offset: 0,
            doubt: Some("it is an item with commas: it may be several phrases"),
        }];
    }
    // In a list of items, the mark shows where a phrase begins, and an article is not needed.
    if let [term] = &mut *found
        && words.without_article(&term.term).is_none()
        && !term.term.contains(',')
    {
        term.doubt = None;
    }
    found
}

fn with_lines(found: Vec<FoundTerm>, chunk: &Chunk) -> Vec<(FoundTerm, usize)> {
    let lines = found.into_iter().map(|term| {
        let line = chunk.line_at(term.offset);
        (term, line)
    });
    lines.collect()
}

/// Returns the title and the body of `Title: body`.
fn title_of<'t>(words: &Words, chunk: &'t Chunk) -> Option<(&'t str, &'t str)> {
    let text = &chunk.text;
    let mut depth = 0_usize;
    let colon = text.char_indices().find_map(|(at, char)| {
        match char {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        (char == ':' && depth == 0).then_some(at)
    })?;
    let (title, body) = (text[..colon].trim(), &text[colon + 1..]);
    let lower = lower_case(title);
    let is_title = title.chars().count() <= LONGEST_TITLE
        && title.starts_with(|char: char| char.is_uppercase() || chunk.start == Start::Item)
        && title.contains(char::is_alphanumeric)
        && !title.contains(". ")
        && !matches!(chunk.start, Start::Number(_))
        && !has_word(&lower, words.following)
        && !has_word(&lower, words.provides);
    is_title.then_some((title, body))
}

/// Returns the untitled heading that "the following data: .." opens.
fn introduction(words: &Words, chunk: &Chunk) -> Option<FoundHeading> {
    let colon = chunk.text.find(':')?;
    let (before, body) = (&chunk.text[..colon], &chunk.text[colon + 1..]);
    let lower = lower_case(before);
    if !has_word(&lower, words.data) {
        return None;
    }
    // The last sentence before the colon, which ends with "the following data".
    let start = before.rfind(". ").map_or(0, |at| at + 2);
    let list = first_sentence(body);
    let title = before[start..].trim();
    let offset = colon + 1;
    title.contains(char::is_alphanumeric).then(|| FoundHeading {
        title: title.to_owned(),
        line: chunk.line_at(start),
        terms: with_lines(terms(words, list, offset), chunk),
        doubt: Some("the list has no title, and gets its introduction as one"),
    })
}

/// Returns true for a line that looks like a title: short, with a capital, and without a sign at its end.
fn is_title_line(words: &Words, chunk: &Chunk) -> bool {
    let text = &chunk.text;
    chunk.start == Start::Plain
        && text.chars().count() <= LONGEST_TITLE / 2
        && text.starts_with(char::is_uppercase)
        && text.ends_with(|char: char| char.is_alphanumeric() || char == ')')
        && words.without_article(text).is_none()
}

/// Returns the text up to the end of its first sentence: a full stop, a space and a capital.
fn first_sentence(text: &str) -> &str {
    let mut stops = text.match_indices(". ").map(|(at, _)| at);
    let end = stops.find(|at| {
        let word = text[..*at].rsplit([' ', '(']).next().unwrap_or_default();
        // A short word before it is an abbreviation: `nr. 5`, `art. 60`.
        word.chars().count() > 3 && text[at + 2..].starts_with(char::is_uppercase)
    });
    end.map_or(text, |end| &text[..=end])
}
