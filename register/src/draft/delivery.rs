//! The delivery of variables, as a paragraph and a phrase state it: the provider, the precision of dates, and the relatives.

use beraad_describe::{Grain, Text};

use super::words::{Words, find_word, has_word, lower_case, without_any};

/// The statements of a paragraph about all of its variables.
#[derive(Debug, Default)]
pub(super) struct Delivery {
    pub(super) provider: Option<String>,
    pub(super) dates: Option<Grain>,
}

/// Reads the introduction of a paragraph: its first chunk, and all texts in it that are not headings.
pub(super) fn of_paragraph(words: &Words, first: &str, texts: &[&str]) -> Delivery {
    let sentences = texts.iter().flat_map(|text| text.split(". "));
    Delivery {
        provider: provider(words, first),
        dates: sentences
            .filter_map(|sentence| grain_of_dates(words, sentence))
            .max(),
    }
}

/// Returns the subject of a sentence such as "The office would provide the following data".
fn provider(words: &Words, text: &str) -> Option<String> {
    const LONGEST_NAME: usize = 160;
    let name_with_article = text;
    let name = words.without_article(name_with_article)?;
    let lower = lower_case(name);
    let verb = words
        .provides
        .iter()
        .filter_map(|verb| find_word(&lower, verb))
        .min()?;
    let aside = words
        .asides
        .iter()
        .filter_map(|aside| find_word(&lower, aside));
    let end = aside.chain([verb]).min()?;
    let name = name.get(..end)?.trim().trim_end_matches(',').trim();
    // The abbreviation is what everybody calls the institution.
    if let Some((full, abbreviation)) = name
        .strip_suffix(')')
        .and_then(|name| name.rsplit_once('('))
    {
        let is_abbreviation = abbreviation
            .chars()
            .all(|char| char.is_uppercase() || char.is_ascii_digit());
        let best = if is_abbreviation { abbreviation } else { full };
        return Some(best.trim().to_owned()).filter(|name| !name.is_empty());
    }
    let is_name = name.chars().count() <= LONGEST_NAME && name.contains(char::is_uppercase);
    is_name.then(|| name.to_owned())
}

/// Returns the most precise grain in a sentence about dates.
fn grain_of_dates(words: &Words, sentence: &str) -> Option<Grain> {
    let lower = lower_case(sentence);
    if !has_word(&lower, words.dates) {
        return None;
    }
    let grains = words
        .grains
        .iter()
        .filter(|(word, _)| find_word(&lower, word).is_some());
    grains.map(|(_, grain)| *grain).max()
}

/// Returns the words of a phrase up to its first preposition: the noun and its adjectives.
pub(super) fn noun_words(words: &Words, phrase: &str) -> Vec<String> {
    let lower = lower_case(phrase);
    let lower = words.without_article(&lower).unwrap_or(&lower).to_owned();
    let split = lower
        .split(|char: char| char.is_whitespace() || ['(', ')', '/', '’', '\''].contains(&char));
    let all = split.filter(|word| !word.is_empty());
    let noun = all.take_while(|word| !words.ends_noun.contains(word));
    noun.map(str::to_owned).collect()
}

/// The precision of a phrase that is a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Precision {
    /// The phrase does not state one.
    OfParagraph,
    /// The phrase names it: a month, a year.
    Named(Grain),
}

impl Precision {
    /// Returns the precision that the phrase names.
    pub(super) fn named(self) -> Option<Grain> {
        match self {
            Self::OfParagraph => None,
            Self::Named(grain) => Some(grain),
        }
    }
}

/// Returns the precision of a term that is a date, as [`date_of`] does; the begin or the end of something ("début") is a date
/// if the phrase that contains it is one ("la date de début et de fin").
pub(super) fn date_of_term(words: &Words, term: &str, of: Option<&str>) -> Option<Precision> {
    date_of(words, term).or_else(|| {
        let lower = lower_case(term);
        let is_end = |ends: &[&str]| ends.contains(&&*lower);
        let of = of.filter(|_| is_end(words.begin) || is_end(words.end))?;
        date_of(words, of)
    })
}

/// Returns the precision of a phrase, if the phrase is a date.
///
/// A Dutch noun may have another one in front of it (`geboortedatum`, `beginkwartaal`). In French the date is the first noun,
/// and the second may be the precision ("le mois de début", "l'année").
fn date_of(words: &Words, phrase: &str) -> Option<Precision> {
    let noun = noun_words(words, phrase);
    // "the number of months" is a number.
    let is_one_of = |nouns: &[&str]| noun.first().is_some_and(|word| nouns.contains(&&**word));
    if is_one_of(words.number_nouns) {
        return None;
    }
    let candidates = if words.has_compounds { noun.len() } else { 1 };
    noun.iter().take(candidates).find_map(|word| {
        let is_end = |(end, _): &&(&str, Option<Grain>)| {
            if words.has_compounds {
                word.ends_with(end)
            } else {
                *word == *end
            }
        };
        let matches = words.date_nouns.iter().filter(is_end);
        // A longer end counts: `maanden`, and not a shorter word at its end.
        let (_, grain) = matches.max_by_key(|(end, _)| end.len())?;
        Some(grain.map_or(Precision::OfParagraph, Precision::Named))
    })
}

/// Returns the relatives to whom a text in brackets extends a phrase, or a heading.
pub(super) fn relatives(words: &Words, phrase: &str) -> Vec<Text> {
    let lower = lower_case(phrase);
    let Some(start) = lower.find('(') else {
        return Vec::new();
    };
    let bracket = &lower[start..];
    if !has_word(bracket, words.also) {
        return Vec::new();
    }
    let mut found: Vec<(usize, &[&str])> = Vec::new();
    for (word, columns) in words.relatives {
        if let Some(at) = find_word(bracket, word) {
            // `parents` in `grands-parents` is a part of another word.
            let is_inside = bracket[..at].ends_with('-');
            if !is_inside && !found.iter().any(|(_, known)| known == columns) {
                found.push((at, columns));
            }
        }
    }
    found.sort_by_key(|(at, _)| *at);
    let columns = found.iter().flat_map(|(_, columns)| columns.iter());
    columns.map(|name| Text::from(*name)).collect()
}

/// Returns a phrase without the articles and contractions at its start, for names.
pub(super) fn bare<'t>(words: &Words, phrase: &'t str) -> &'t str {
    let phrase = words.without_article(phrase).unwrap_or(phrase);
    without_any(phrase, words.contracted.iter().copied()).unwrap_or(phrase)
}
