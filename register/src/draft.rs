//! Drafts of a register: what can be read from the text of a decision, for a person to check and complete.
//!
//! [`Draft::read`] finds the parts of a decision in Dutch or French, and [`Guess::of`] what the values of a phrase may be. Every
//! place that a person must look at is a [`Doubt`], with its line in the text.

mod words;
mod chunks;
mod terms;
mod delivery;
mod headings;
mod preamble;
mod guess;

use std::fmt::{self, Write as _};

use beraad_describe::{
    Date, Deliberation, Grain, Heading, Label, Languages, Paragraph, Retention, Term, Text, Window,
    excerpt,
};

use self::delivery::Precision;
pub use self::guess::{Guess, periods, without_article};
use self::headings::{FoundHeading, FoundParagraph};
use self::preamble::Preamble;
use self::words::Words;
use crate::register::{Register, Wording};

/// A register that was read from the text of a decision, and what is doubtful in it.
///
/// ```
/// use beraad_register::draft::Draft;
///
/// let draft = Draft::read(
///     "DÉLIBÉRATION N° 42/007 DU 1ER MARS 2042 RELATIVE À LA COMMUNICATION DE DONNÉES\n\n\
///      1. La Bibliothèque communiquerait les données suivantes.\n\n\
///      Prêts: le mois du prêt, la nature de l'ouvrage et le montant de l'amende (en classes).\n",
/// )?;
/// let terms: Vec<_> = draft.register.deliberation.headings[0].terms.iter().map(|term| &*term.term).collect();
/// assert_eq!(terms, ["le mois du prêt", "la nature de l'ouvrage", "le montant de l'amende (en classes)"]);
/// assert!(draft.doubts.iter().any(|doubt| doubt.message.contains("recipient")));
/// # Ok::<(), beraad_register::draft::DraftError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Draft {
    /// The register. It has one edition, in the language of the decision.
    pub register: Register,
    /// The places that a person must look at, in the order of the text.
    pub doubts: Vec<Doubt>,
}

/// A place of the text that a person must look at.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub struct Doubt {
    /// The line in the text of the decision, counted from 1.
    pub line: usize,
    /// The reason, and what to do.
    pub message: String,
    /// The heading that it is about, counted from 0 in the order of the register; `None` if it is about the decision.
    pub heading: Option<usize>,
    /// The term of that heading, counted from 0; `None` if it is about the heading.
    pub term: Option<usize>,
}

/// `line: message`.
impl fmt::Display for Doubt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.line, self.message)
    }
}

/// The reason why nothing could be read from a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DraftError {
    /// The text contains nothing but white space.
    #[error("the text is empty: expected a decision in Dutch or French, as plain text")]
    Empty,
    /// The text is in another language, or is hardly a text.
    #[error("unknown language: expected a decision in Dutch or French, as plain text")]
    Language,
    /// The text has no list of phrases.
    #[error(
        "missing headings: expected a numbered paragraph about data, with lines such as `Title: the first, the second and the third.`"
    )]
    NoHeadings,
}

impl Draft {
    /// Reads the text of a decision, as a PDF viewer or a word processor saves it.
    ///
    /// A part that is not found gets a placeholder and a doubt.
    ///
    /// # Errors
    /// The text is not in a language that is known, or no heading was found in it.
    pub fn read(text: &str) -> Result<Self, DraftError> {
        if text.trim().is_empty() {
            return Err(DraftError::Empty);
        }
        let words = Words::of_text(text).ok_or(DraftError::Language)?;
        let chunks = chunks::chunks(words, text);
        let paragraphs = headings::paragraphs(words, &chunks);
        if paragraphs.is_empty() {
            return Err(DraftError::NoHeadings);
        }
        let mut builder = Builder {
            words,
            doubts: Vec::new(),
        };
        let mut decision = builder.decision(preamble::preamble(words, &chunks));
        if let Some(name) = paragraphs.iter().find_map(|paragraph| paragraph.name) {
            decision.words.paragraph = builder.label(name);
        }
        for paragraph in paragraphs {
            builder.paragraph(&mut decision, paragraph);
        }
        let occurs = |word: &&&str| {
            let mut terms = decision.headings.iter().flat_map(|heading| &heading.terms);
            let is_in = |text: &str| text.contains(**word);
            terms.any(|term| is_in(&term.term) || term.of.as_deref().is_some_and(is_in))
                || decision
                    .headings
                    .iter()
                    .any(|heading| is_in(&heading.title))
        };
        let occurring = |all: &[&str]| {
            all.iter()
                .filter(|word| occurs(word))
                .map(|word| (*word).to_owned())
                .collect()
        };
        let wording = Wording {
            classed: occurring(words.classed),
            identifier: occurring(words.identifier),
        };
        let mut doubts = builder.doubts;
        doubts.sort();
        Ok(Self {
            register: Register {
                deliberation: decision,
                wording,
            },
            doubts,
        })
    }

    /// Writes the text of a `deliberation.toml`, with each doubt as a comment above its line.
    ///
    /// [`Register::parse`] reads it back as an equal register.
    #[must_use]
    pub fn to_toml(&self) -> String {
        let toml = self.register.to_toml();
        // A register that was read from a text is always valid; the comments are left out rather than the register.
        let Ok((_, lines)) = Register::parse_with_lines(&toml) else {
            return toml;
        };
        let line_of = |doubt: &Doubt| {
            let heading = doubt.heading?;
            match doubt.term {
                Some(term) => lines.terms.get(heading)?.get(term),
                None => lines.headings.get(heading),
            }
        };
        let mut annotated = String::from(
            "# A draft: a person has to check it against the text, and to remove these comments.\n#\n",
        );
        for doubt in self.doubts.iter().filter(|doubt| doubt.heading.is_none()) {
            let _ = writeln!(annotated, "# Line {}: {}.", doubt.line, doubt.message);
        }
        annotated.push('\n');
        for (index, line) in toml.lines().enumerate() {
            for doubt in self
                .doubts
                .iter()
                .filter(|doubt| line_of(doubt) == Some(&(index + 1)))
            {
                let indent = if doubt.term.is_some() { "  " } else { "" };
                let _ = writeln!(
                    annotated,
                    "{indent}# Line {}: {}.",
                    doubt.line, doubt.message
                );
            }
            annotated.push_str(line);
            annotated.push('\n');
        }
        annotated
    }
}

/// The text that a draft writes where the decision must say something and nothing was found, by language.
///
/// A crate that is written from a register with this text does not compile.
#[must_use]
pub fn is_placeholder(text: &str) -> bool {
    words::ALL.iter().any(|words| words.texts.not_found == text)
}

/// Builds the register, and collects the doubts.
struct Builder {
    words: &'static Words,
    doubts: Vec<Doubt>,
}

impl Builder {
    fn doubt(&mut self, line: usize, message: String) {
        self.doubts.push(Doubt {
            line,
            message,
            heading: None,
            term: None,
        });
    }

    fn label(&self, text: impl Into<Text>) -> Label {
        Label::new([(self.words.language, text.into())])
    }

    /// Returns the text that was found, or the placeholder with a doubt.
    fn found(&mut self, line: usize, key: &str, text: Option<String>) -> String {
        text.unwrap_or_else(|| {
            self.doubt(
                line,
                format!("`{key}` was not found: write it in `[deliberation]`"),
            );
            self.words.texts.not_found.to_owned()
        })
    }

    fn decision(&mut self, preamble: Preamble) -> Deliberation {
        let line = preamble.line;
        let number = self.found(line, "number", preamble.number);
        let title = self.found(line, "title", preamble.title);
        let committee = self.found(line, "committee", preamble.committee);
        let recipient = self.found(line, "recipient", preamble.recipient);
        let purpose = self.found(line, "purpose", preamble.purpose);
        if preamble.was_in_capitals {
            self.doubt(line, "the title is in capitals: check the capitals in `title`, `recipient` and `purpose`".to_owned());
        }
        let dated = preamble.dated.unwrap_or_else(|| {
            self.doubt(
                line,
                "the day of the decision was not found: correct `dated`".to_owned(),
            );
            Date::ymd(1000, 1, 1)
        });
        let window = if let Some((first, last)) = preamble.window {
            self.doubt(
                preamble.window_line,
                format!("the observation window is taken from `{first}` and `{last}`: check it"),
            );
            Window::of_years(first, last)
        } else {
            self.doubt(
                line,
                "the observation window was not found: correct `first_year`".to_owned(),
            );
            Window::Period {
                from: Date::ymd(1000, 1, 1),
                to: None,
            }
        };
        let end = window.span().to.or(window.span().from);
        let keep_until = preamble
            .keep_until
            .filter(|day| end.is_none_or(|end| *day >= end));
        if keep_until.is_none() {
            self.doubt(line, "the end of the storage was not found: write `keep_until`, if the decision limits it".to_owned());
        }
        let mut decision = Deliberation::new(number, self.label(title), dated, window);
        decision.languages = Languages::new(self.words.language, [self.words.language]);
        if let Some(kind) = preamble.kind {
            decision.words.decision = self.label(kind);
        }
        decision.words.paragraph = self.label(self.words.paragraph);
        decision.amended = preamble.amended;
        decision.committee = self.label(committee);
        decision.recipient = self.label(recipient);
        decision.purpose = self.label(purpose);
        decision.keep_until = keep_until.map(Retention::Until);
        decision
    }

    fn paragraph(&mut self, decision: &mut Deliberation, found: FoundParagraph) {
        let mut paragraph = Paragraph::new(found.number);
        paragraph.provider = found.delivery.provider.map(Text::from);
        paragraph.dates = found.delivery.dates;
        if paragraph.provider.is_none() {
            self.doubt(
                found.line,
                format!(
                    "the provider of paragraph {} was not found: write `provider`",
                    paragraph.number
                ),
            );
        }
        if paragraph.dates.is_none() {
            self.doubt(found.line, format!("paragraph {} does not say how precise dates are: write `dates`, unless it is by year", paragraph.number));
        }
        for heading in found.headings {
            let same = decision.headings.iter().position(|known| {
                known.paragraph == paragraph.number && known.title == heading.title
            });
            // A title that occurs twice continues the heading: two of them could not be named.
            let position = same.unwrap_or_else(|| {
                let relatives = delivery::relatives(self.words, &heading.title);
                let label = self.label(heading.title.clone());
                let mut new = Heading::new(paragraph.number.clone(), heading.title.clone(), label);
                new.relatives = relatives;
                decision.headings.push(new);
                decision.headings.len() - 1
            });
            self.heading(
                &mut decision.headings[position],
                position,
                &paragraph,
                heading,
            );
        }
        decision.paragraphs.push(paragraph);
    }

    fn heading(
        &mut self,
        heading: &mut Heading,
        position: usize,
        paragraph: &Paragraph,
        found: FoundHeading,
    ) {
        if let Some(reason) = found.doubt {
            self.doubts.push(Doubt {
                line: found.line,
                message: format!("heading `{}`: {reason}", excerpt(&found.title)),
                heading: Some(position),
                term: None,
            });
        }
        for (term, line) in found.terms {
            let is_same = |known: &Term| {
                *known.term == *term.term && known.of.as_deref() == term.of.as_deref()
            };
            if let Some(known) = heading.terms.iter().position(is_same) {
                self.doubts.push(Doubt {
                    line,
                    message: format!(
                        "`{}` occurs twice under one heading: only the first is kept",
                        excerpt(&term.term)
                    ),
                    heading: Some(position),
                    term: Some(known),
                });
                continue;
            }
            let mut doubts: Vec<_> = term.doubt.map(str::to_owned).into_iter().collect();
            let mut new = Term::new(term.term.clone());
            new.of = term.of.map(Text::from);
            new.relatives = delivery::relatives(self.words, &term.term);
            self.precision(&mut new, paragraph.dates, &mut doubts);
            self.currency(&new, heading, &mut doubts);
            for reason in doubts {
                self.doubts.push(Doubt {
                    line,
                    message: format!("`{}`: {reason}", excerpt(&term.term)),
                    heading: Some(position),
                    term: Some(heading.terms.len()),
                });
            }
            heading.terms.push(new);
        }
    }

    /// Doubts whether an amount in a currency is exact: a draft allows amounts in classes only.
    fn currency(&self, term: &Term, heading: &Heading, doubts: &mut Vec<String>) {
        let texts = [Some(&term.term), term.of.as_ref(), Some(&heading.title)];
        let texts = texts.into_iter().flatten();
        let texts: Vec<_> = texts.map(|text| words::lower_case(text)).collect();
        let is_in_classes = |text: &String| self.words.classed.iter().any(|it| text.contains(it));
        let names_currency = |currency: &&&str| {
            let mut texts = texts.iter();
            texts.any(|text| words::find_word(text, currency).is_some())
        };
        let currency = self.words.in_currency.iter().find(names_currency);
        if let Some(currency) = currency.filter(|_| !texts.iter().any(is_in_classes)) {
            doubts.push(format!(
                "`{currency}` may mean an exact amount: write `amounts = \"exact\"` if the decision allows it"
            ));
        }
    }

    /// Sets the precision of a phrase that names one, if its paragraph gives another one.
    fn precision(&self, term: &mut Term, dates: Option<Grain>, doubts: &mut Vec<String>) {
        let date = delivery::date_of_term(self.words, &term.term, term.of.as_deref());
        let named = date.and_then(Precision::named);
        let Some(grain) = named.filter(|grain| *grain != dates.unwrap_or(Grain::Year)) else {
            return;
        };
        term.precision = Some(grain);
        if let Some(dates) = dates.filter(|dates| grain > *dates) {
            let disputed = (self.words.texts.disputed)(grain, dates);
            doubts.push(format!(
                "it names a {grain}, and its paragraph gives dates by {dates}"
            ));
            term.disputed = Some(self.label(disputed));
        }
    }
}
