//! The decision as a whole: its number, its days, its title, the recipient, the purpose, and the limits in time.

use std::collections::BTreeMap;
use std::ops::Range;

use beraad_describe::Date;

use super::chunks::Chunk;
use super::words::{Words, find_word, lower_case, without_any};

/// The parts that were found; each `None` is for a person to write.
#[derive(Debug, Default)]
pub(super) struct Preamble {
    /// The line of the number, or 1.
    pub(super) line: usize,
    /// The kind of decision, in lower case.
    pub(super) kind: Option<String>,
    pub(super) number: Option<String>,
    pub(super) dated: Option<Date>,
    pub(super) amended: Vec<Date>,
    pub(super) title: Option<String>,
    /// The title was in capitals, so that the case of its words is a guess.
    pub(super) was_in_capitals: bool,
    pub(super) committee: Option<String>,
    pub(super) recipient: Option<String>,
    pub(super) purpose: Option<String>,
    pub(super) window: Option<(i16, i16)>,
    /// The line of the years of the window.
    pub(super) window_line: usize,
    pub(super) keep_until: Option<Date>,
}

/// Reads the preamble.
pub(super) fn preamble(words: &Words, chunks: &[Chunk]) -> Preamble {
    let mut found = Preamble {
        line: 1,
        window_line: 1,
        ..Preamble::default()
    };
    let mut title_chunks = chunks.iter().enumerate();
    let numbered =
        title_chunks.find_map(|(index, chunk)| Some((index, chunk, number(words, &chunk.text)?)));
    if let Some((index, chunk, number)) = numbered {
        found.read_title(words, chunk, &number, chunks);
        let before = chunk.text[..number.kind.start].trim();
        let before = match (
            before,
            index.checked_sub(1).and_then(|index| chunks.get(index)),
        ) {
            ("", Some(chunk)) => chunk.text.trim(),
            (before, _) => before,
        };
        found.committee = operative(words, chunks).or_else(|| non_empty(before));
    }
    (found.window, found.window_line) =
        window(words, chunks).map_or((None, 1), |(years, line)| (Some(years), line));
    found.keep_until = chunks
        .iter()
        .filter_map(|chunk| keep_until(words, &chunk.text))
        .max();
    found
}

/// The place of a number in a text.
struct Number {
    /// The word for the decision.
    kind: Range<usize>,
    /// The number itself.
    number: Range<usize>,
}

/// Finds `deliberation no. 99/001`.
fn number(words: &Words, text: &str) -> Option<Number> {
    let lower = lower_case(text);
    words
        .decisions
        .iter()
        .filter_map(|word| {
            let start = find_word(&lower, word)?;
            let rest = lower[start + word.len()..].trim_start();
            let rest = without_any(rest, words.number_marks.iter().copied())?.trim_start();
            let start_of_number = lower.len() - rest.len();
            let length = rest
                .find(|char: char| char.is_whitespace() || char == ',')
                .unwrap_or(rest.len());
            let number = rest[..length].trim_end_matches(['.', ';', ':', ')']);
            let has_digit = number.contains(|char: char| char.is_ascii_digit());
            has_digit.then(|| Number {
                kind: start..start + word.len(),
                number: start_of_number..start_of_number + number.len(),
            })
        })
        .min_by_key(|number| number.kind.start)
}

impl Preamble {
    fn read_title(&mut self, words: &Words, chunk: &Chunk, number: &Number, chunks: &[Chunk]) {
        let text = &chunk.text;
        self.line = chunk.line_at(number.kind.start);
        self.kind = Some(text[number.kind.clone()].to_lowercase());
        self.number = Some(text[number.number.clone()].to_owned());
        let behind = &text[number.number.end..];
        let lower = lower_case(behind);
        let about = words
            .about
            .iter()
            .filter_map(|word| Some((find_word(&lower, word)?, word.len())));
        // The longer of two words at one place: "relative à la" and "relative à".
        let about = about.min_by_key(|(at, length)| (*at, std::cmp::Reverse(*length)));
        let end = words
            .after_title
            .iter()
            .filter_map(|word| find_word(&lower, word))
            .min();
        let end = end.unwrap_or(lower.len());
        let days = dates(words, &behind[..about.map_or(end, |(at, _)| at).min(end)]);
        let mut days = days.into_iter().map(|(_, day)| day);
        self.dated = days.next();
        self.amended = days.collect();
        self.amended.sort_unstable();
        self.amended.dedup();
        let Some((at, length)) = about.filter(|(at, _)| *at < end) else {
            return;
        };
        let subject = behind[at..end].trim().trim_end_matches(['.', ';']);
        self.was_in_capitals = is_in_capitals(subject);
        let subject = if self.was_in_capitals {
            in_case_of_text(subject, chunks)
        } else {
            subject.to_owned()
        };
        let kind = capitalised(self.kind.as_deref().unwrap_or_default());
        let mark = &text[number.kind.end..number.number.start];
        let mark = if self.was_in_capitals {
            mark.trim().to_lowercase()
        } else {
            mark.trim().to_owned()
        };
        let number = &text[number.number.clone()];
        self.title = Some(format!("{kind} {mark} {number} {subject}"));
        (self.recipient, self.purpose) =
            recipient_and_purpose(words, subject.get(length..).unwrap_or_default());
    }
}

/// Finds "to the university for research into ..".
fn recipient_and_purpose(words: &Words, subject: &str) -> (Option<String>, Option<String>) {
    let lower = lower_case(subject);
    let places = words.to.iter().flat_map(|word| {
        let found = lower.match_indices(word);
        found.map(|(at, _)| (at, at + word.len()))
    });
    let is_apart = |at: usize, end: usize, word_end: bool| {
        lower[..at].ends_with(' ') && (word_end || lower[end..].starts_with(' '))
    };
    let recipient = places
        .filter(|(at, end)| is_apart(*at, *end, lower[..*end].ends_with(['\'', '’'])))
        // A name begins with a capital: "to the University", and not "data to be combined".
        .filter(|(_, end)| subject[*end..].trim_start().starts_with(char::is_uppercase))
        .min();
    let Some((_, start)) = recipient else {
        return (None, None);
    };
    let purposes = words
        .purpose
        .iter()
        .filter_map(|word| find_word(&lower[start..], word));
    let end = purposes.min().map_or(subject.len(), |at| start + at);
    let purpose = subject[end..].trim();
    let purpose = purpose
        .strip_prefix("voor ")
        .or_else(|| purpose.strip_prefix("pour "));
    let purpose = purpose.unwrap_or_else(|| subject[end..].trim());
    (
        non_empty(subject[start..end].trim().trim_end_matches(',')),
        non_empty(purpose),
    )
}

/// Finds the committee in the operative part: "For these reasons, the chamber decides that".
fn operative(words: &Words, chunks: &[Chunk]) -> Option<String> {
    const LONGEST: usize = 200;
    // The operative part is at the end, and may be in several chunks.
    let tail: Vec<_> = chunks.iter().map(|chunk| &*chunk.text).collect();
    let text = tail.join(" ");
    let lower = lower_case(&text);
    let (before, after) = words.committee;
    let starts = before
        .iter()
        .flat_map(|word| lower.match_indices(word).map(|(at, word)| at + word.len()));
    let mut starts: Vec<_> = starts.collect();
    starts.sort_unstable();
    starts.into_iter().rev().find_map(|start| {
        let rest = lower[start..].trim_start_matches([',', ' ', ':']);
        let start = lower.len() - rest.len();
        let end = after
            .iter()
            .filter_map(|word| find_word(rest, word))
            .min()?;
        let name = words
            .without_article(text.get(start..start + end)?)?
            .trim()
            .trim_end_matches(',');
        let is_name = name.chars().count() <= LONGEST && !name.contains(". ");
        non_empty(name).filter(|_| is_name)
    })
}

/// Finds the first and the last year of the observation window, with its line.
fn window(words: &Words, chunks: &[Chunk]) -> Option<((i16, i16), usize)> {
    let mut best: Option<(bool, (i16, i16), usize)> = None;
    for chunk in chunks {
        let lower = lower_case(&chunk.text);
        let years: Vec<_> = years(&lower).collect();
        for pair in years.windows(2) {
            let [(start, first), (end, last)] = [&pair[0], &pair[1]];
            let between = lower[start + 4..*end].trim();
            if first > last || !words.year_to.contains(&between) {
                continue;
            }
            let before = lower[..*start].trim_end();
            let is_announced = words.window.iter().any(|word| before.ends_with(word));
            // The first pair that is announced counts; without one, the first pair.
            if best.is_none() || (is_announced && best.is_some_and(|(announced, ..)| !announced)) {
                best = Some((is_announced, (*first, *last), chunk.line_at(*start)));
            }
        }
    }
    best.map(|(_, years, line)| (years, line))
}

/// Returns the numbers of four digits from 1900 to 2099, with their places.
fn years(text: &str) -> impl Iterator<Item = (usize, i16)> {
    let bytes = text.as_bytes();
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let starts =
        (0..bytes.len()).filter(move |at| is_digit(*at) && (*at == 0 || !is_digit(at - 1)));
    starts.filter_map(move |at| {
        let is_year = (1..4).all(|digit| is_digit(at + digit)) && !is_digit(at + 4);
        let year: i16 = text.get(at..at + 4).filter(|_| is_year)?.parse().ok()?;
        (1900..2100).contains(&year).then_some((at, year))
    })
}

/// Finds "until 31 December 2026".
fn keep_until(words: &Words, text: &str) -> Option<Date> {
    let lower = lower_case(text);
    let days = dates(words, text).into_iter().filter(|(at, _)| {
        let before = lower[..*at].trim_end();
        words.keep_until.iter().any(|word| before.ends_with(word))
    });
    days.map(|(_, day)| day).max()
}

/// Returns the dates in a text, with their places. The year of a date may be that of a later one: "5 and 6 May 2020" has one
/// date only, since a day without a year is not certain.
fn dates(words: &Words, text: &str) -> Vec<(usize, Date)> {
    let mut tokens = Vec::new();
    let mut start = 0;
    for token in text.split(|char: char| char.is_whitespace() || char == ',') {
        tokens.push((start, token.trim_end_matches(['.', ';', ':', ')'])));
        // The separator is one character; a white space may have several bytes.
        start += token.len();
        start += text[start..].chars().next().map_or(0, char::len_utf8);
    }
    tokens.retain(|(_, token)| !token.is_empty());
    let date = |[(start, day), (_, month), (_, year)]: [(usize, &str); 3]| {
        let day = day
            .strip_suffix("er")
            .or_else(|| day.strip_suffix("ER"))
            .unwrap_or(day);
        let month = month.to_lowercase();
        let month = words
            .months
            .iter()
            .position(|names| names.contains(&&*month))?;
        let year: i32 = year
            .parse()
            .ok()
            .filter(|year| (1000..=9999).contains(year))?;
        let date = Date::try_ymd(year, u32::try_from(month).ok()? + 1, day.parse().ok()?)?;
        Some((start, date))
    };
    tokens
        .windows(3)
        .filter_map(|three| date([three[0], three[1], three[2]]))
        .collect()
}

/// Returns true if most letters of a text are capitals.
fn is_in_capitals(text: &str) -> bool {
    let letters = text.chars().filter(|char| char.is_alphabetic());
    let (capitals, all) = letters.fold((0_usize, 0_usize), |(capitals, all), char| {
        (capitals + usize::from(char.is_uppercase()), all + 1)
    });
    all > 0 && capitals * 10 > all * 7
}

/// Writes a text in capitals as the rest of the text writes its words: a name keeps its capital.
fn in_case_of_text(title: &str, chunks: &[Chunk]) -> String {
    let mut forms: BTreeMap<String, BTreeMap<&str, usize>> = BTreeMap::new();
    for chunk in chunks {
        for (before, word) in words_of(&chunk.text) {
            // The first word of a sentence has a capital for another reason.
            let starts_sentence =
                before.trim_end().is_empty() || before.trim_end().ends_with(['.', ':', ';']);
            if !starts_sentence && !is_in_capitals(word) {
                *forms
                    .entry(word.to_lowercase())
                    .or_default()
                    .entry(word)
                    .or_default() += 1;
            }
        }
    }
    let mut text = String::new();
    let mut end = 0;
    for (before, word) in words_of(title) {
        let start = before.len();
        text.push_str(&title[end..start]);
        end = start + word.len();
        let lower = word.to_lowercase();
        let known = forms.get(&lower).and_then(|forms| {
            // Of two forms that are as frequent, the first in the alphabet: capitals come first.
            forms
                .iter()
                .max_by_key(|(form, count)| (**count, std::cmp::Reverse(**form)))
        });
        text.push_str(known.map_or(&*lower, |(form, _)| form));
    }
    text + &title[end..]
}

/// Returns the words of a text, each with the text before it.
fn words_of(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut end = 0;
    let is_letter = |char: char| char.is_alphanumeric();
    std::iter::from_fn(move || {
        let start = end + text[end..].find(is_letter)?;
        let length = text[start..]
            .find(|char| !is_letter(char))
            .unwrap_or(text.len() - start);
        end = start + length;
        Some((&text[..start], &text[start..end]))
    })
}

fn capitalised(word: &str) -> String {
    let mut chars = word.chars();
    let first = chars.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(chars).collect()
}

fn non_empty(text: &str) -> Option<String> {
    text.contains(char::is_alphanumeric)
        .then(|| text.to_owned())
}
