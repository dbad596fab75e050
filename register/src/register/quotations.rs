//! Comparison of a register with the text of its decision.

use std::ops::Range;

use beraad_describe::{Heading, Term};

use super::{Lines, Register};

/// Words that a register quotes from the text of the decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Quotation<'a> {
    /// The words.
    pub text: &'a str,
    /// The purpose of the words.
    pub kind: QuotationKind,
    /// The position of the heading among the headings.
    pub heading: usize,
    /// The position of the term under its heading; `None` for the title of a heading.
    pub term: Option<usize>,
}

/// The purpose of quoted words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuotationKind {
    /// The title of a heading.
    Title,
    /// A phrase that contains all terms that are nested in it.
    Around,
    /// A phrase that precedes the terms that are nested in it.
    Before,
    /// A term.
    Term,
}

/// Words of a register that the text of the decision does not have at their place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Misquotation<'a> {
    /// The words.
    pub quotation: Quotation<'a>,
    /// True if the text contains the words elsewhere: before an earlier phrase of the register, or after a later one.
    pub occurs_elsewhere: bool,
    /// The only difference from words of the text, if there is one that is a matter of typography.
    pub typography: Option<Typography>,
}

/// A difference between two texts that is not one of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Typography {
    /// Straight and typographic apostrophes, or quotation marks.
    Quotes,
    /// Soft hyphens, or hyphens at the end of a line.
    Hyphens,
    /// Both.
    QuotesAndHyphens,
}

impl<'a> Quotation<'a> {
    /// Returns the phrases under a heading, in the order in which the text has them: each term, and each phrase that terms
    /// are nested in once before these terms.
    ///
    /// `position` is that of the heading among the headings.
    #[must_use]
    pub fn under(position: usize, heading: &'a Heading) -> Vec<Self> {
        let mut quotations = Vec::new();
        let mut current: Option<&str> = None;
        for (index, Term { term, of, .. }) in heading.terms.iter().enumerate() {
            let quotation = |text, kind| Self {
                text,
                kind,
                heading: position,
                term: Some(index),
            };
            let of = of.as_deref();
            if let Some(of) = of.filter(|_| current != of) {
                let is_contained =
                    |term: &Term| term.of.as_deref() != Some(of) || of.contains(&*term.term);
                let kind = if heading.terms.iter().all(is_contained) {
                    QuotationKind::Around
                } else {
                    QuotationKind::Before
                };
                quotations.push(quotation(of, kind));
            }
            current = of;
            quotations.push(quotation(term, QuotationKind::Term));
        }
        quotations
    }
}

impl Lines {
    /// Returns the line at which the table of quoted words begins; 0 if these are the lines of another register.
    #[must_use]
    pub fn of(&self, quotation: &Quotation<'_>) -> usize {
        let line = match quotation.term {
            None => self.headings.get(quotation.heading),
            Some(term) => self
                .terms
                .get(quotation.heading)
                .and_then(|terms| terms.get(term)),
        };
        line.copied().unwrap_or_default()
    }
}

impl Register {
    /// Returns the words that the register quotes, in its order: the title of each heading, then the phrases under it.
    #[must_use]
    pub fn quotations(&self) -> Vec<Quotation<'_>> {
        let headings = self.deliberation.headings.iter().enumerate();
        headings
            .flat_map(|(position, heading)| {
                let title = Quotation {
                    text: &heading.title,
                    kind: QuotationKind::Title,
                    heading: position,
                    term: None,
                };
                std::iter::once(title).chain(Quotation::under(position, heading))
            })
            .collect()
    }

    /// Compares the register with the text of its decision: each title and phrase must occur as whole words, in the order of
    /// the register. Returns those that do not.
    ///
    /// A run of white space, such as a line break, counts as one space on both sides. If phrases of the register and the text
    /// have different orders, as few phrases as possible are returned.
    ///
    /// ```
    /// # use beraad_describe::{Date, Deliberation, Heading, Label, Language, Term, Window};
    /// # use beraad_register::{Register, Wording};
    /// # let label = |text: &'static str| Label::new([(Language::EN, text)]);
    /// # let window = Window::Years(vec![2040]);
    /// # let mut deliberation = Deliberation::new("2042/7", label("Loans"), Date::ymd(2042, 3, 1), window);
    /// # let mut heading = Heading::new("2", "Loans", label("Loans"));
    /// # heading.terms = vec![Term::new("the month"), Term::new("the sort of work")];
    /// # deliberation.headings = vec![heading];
    /// # let register = Register { deliberation, wording: Wording::default() };
    /// assert_eq!(register.misquotations("Loans: the month, the sort\nof work."), []);
    /// let changed = register.misquotations("Loans: the months, the sort of work.");
    /// assert_eq!(changed[0].quotation.text, "the month");
    /// assert!(!changed[0].occurs_elsewhere);
    /// ```
    #[must_use]
    pub fn misquotations(&self, text: &str) -> Vec<Misquotation<'_>> {
        let source = text;
        let text = folded(source);
        let quotations = self.quotations();
        let places: Vec<_> = quotations
            .iter()
            .map(|quotation| places(&text, &folded(quotation.text)))
            .collect();
        let is_in_order = longest_order(&quotations, &places);
        let all = quotations.into_iter().zip(places).zip(is_in_order);
        all.filter(|(_, is_in_order)| !is_in_order)
            .map(|((quotation, places), _)| Misquotation {
                quotation,
                occurs_elsewhere: !places.is_empty(),
                typography: places
                    .is_empty()
                    .then(|| typography(source, quotation.text))
                    .flatten(),
            })
            .collect()
    }
}

/// Returns the typography by which a text without a phrase contains it after all.
fn typography(text: &str, phrase: &str) -> Option<Typography> {
    let differences = [
        (Typography::Quotes, true, false),
        (Typography::Hyphens, false, true),
        (Typography::QuotesAndHyphens, true, true),
    ];
    let found = differences.into_iter().find(|(_, quotes, hyphens)| {
        // A hyphen at the end of a line may belong to the word, or not.
        let joined_by: &[&str] = if *hyphens { &["", "-"] } else { &[] };
        let with_quotes = |text: &str| {
            if *quotes {
                with_straight_quotes(text)
            } else {
                text.to_owned()
            }
        };
        let has_phrase = |text: &str, phrase: &str| {
            let (text, phrase) = (with_quotes(text), with_quotes(phrase));
            !places(&folded(&text), &folded(&phrase)).is_empty()
        };
        if joined_by.is_empty() {
            return has_phrase(text, phrase);
        }
        joined_by.iter().any(|hyphen| {
            let phrase = without_line_ends(phrase, hyphen);
            has_phrase(&without_line_ends(text, hyphen), &phrase)
        })
    });
    found.map(|(typography, ..)| typography)
}

/// Returns a text with straight apostrophes and quotation marks, without the spaces inside French ones.
fn with_straight_quotes(text: &str) -> String {
    let straight = text
        .replace(['\u{2018}', '\u{2019}', '\u{02bc}', '\u{00b4}', '`'], "'")
        .replace(['\u{201c}', '\u{201d}', '\u{201e}'], "\"");
    let mut result = String::new();
    for (index, part) in straight.split('\u{00ab}').enumerate() {
        if index > 0 {
            result.push('"');
        }
        result.push_str(if index > 0 { part.trim_start() } else { part });
    }
    let parts: Vec<_> = result.split('\u{00bb}').collect();
    let last = parts.len() - 1;
    let parts = parts.iter().enumerate();
    let parts = parts.map(
        |(index, part)| {
            if index < last { part.trim_end() } else { part }
        },
    );
    parts.collect::<Vec<_>>().join("\"")
}

/// Returns a text without soft hyphens, and with `hyphen` in place of each hyphen and the line end behind it.
fn without_line_ends(text: &str, hyphen: &str) -> String {
    let text = text.replace("\u{ad}\r\n", "").replace("\u{ad}\n", "");
    let text = text
        .replace('\u{ad}', "")
        .replace(['\u{2010}', '\u{2011}'], "-");
    let mut joined = String::new();
    let mut rest = &*text;
    while let Some(at) = rest.find('-') {
        let (before, behind) = rest.split_at(at);
        joined.push_str(before);
        rest = &behind[1..];
        let next = rest.trim_start();
        let ends_line = rest[..rest.len() - next.len()].contains('\n');
        let is_inside_word = before.ends_with(char::is_alphanumeric);
        if ends_line && is_inside_word {
            joined.push_str(hyphen);
            rest = next;
        } else {
            joined.push('-');
        }
    }
    joined + rest
}

/// Returns the text with one space for each run of white space.
fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Returns the places at which a text contains a phrase as whole words, in ascending order.
fn places(text: &str, phrase: &str) -> Vec<Range<usize>> {
    let is_letter = |char: Option<char>| char.is_some_and(char::is_alphanumeric);
    let continues =
        |before: Option<char>, after: Option<char>| is_letter(before) && is_letter(after);
    text.match_indices(phrase)
        .map(|(start, found)| start..start + found.len())
        .filter(|place| {
            let (before, after) = (&text[..place.start], &text[place.end..]);
            let (first, last) = (phrase.chars().next(), phrase.chars().next_back());
            !continues(before.chars().next_back(), first) && !continues(last, after.chars().next())
        })
        .collect()
}

/// Returns for each quotation whether it is in the longest series of quotations that the text has in their order.
///
/// This is the longest common subsequence of two orders. For each length, `earliest` has the series of this length whose
/// last phrase ends earliest in the text: nothing that can follow another series of this length cannot follow this one. Each
/// quotation extends the series of every length by its next place, from the longest to the shortest, so that it is in a
/// series once.
fn longest_order(quotations: &[Quotation<'_>], places: &[Vec<Range<usize>>]) -> Vec<bool> {
    struct Link {
        quotation: usize,
        end: usize,
        previous: Option<usize>,
    }
    let mut links: Vec<Link> = Vec::new();
    // The position in `links` of the last link of each series; the first series has one link.
    let mut earliest: Vec<usize> = Vec::new();
    for (index, (quotation, places)) in quotations.iter().zip(places).enumerate() {
        for length in (0..=earliest.len()).rev() {
            let previous = length.checked_sub(1).map(|shorter| earliest[shorter]);
            let from = previous.map_or(0, |link| links[link].end);
            let next = places.partition_point(|place| place.start < from);
            let Some(place) = places.get(next) else {
                continue;
            };
            let end = match quotation.kind {
                // The terms that follow are inside this phrase.
                QuotationKind::Around => place.start,
                _ => place.end,
            };
            let known = earliest.get(length).map(|link| links[*link].end);
            if known.is_some_and(|known| known <= end) {
                continue;
            }
            match earliest.get_mut(length) {
                Some(link) => *link = links.len(),
                None => earliest.push(links.len()),
            }
            links.push(Link {
                quotation: index,
                end,
                previous,
            });
        }
    }
    let mut is_in_order = vec![false; quotations.len()];
    let mut link = earliest.last().copied();
    while let Some(Link {
        quotation,
        previous,
        ..
    }) = link.map(|link| &links[link])
    {
        is_in_order[*quotation] = true;
        link = *previous;
    }
    is_in_order
}
