//! The decision that authorises the data: its text, phrase by phrase.

use serde::{Deserialize, Serialize};

use crate::calendar::Grain;
use crate::label::{Label, Text};
use crate::period::{Date, Period};

/// A decision that authorises data, as `deliberation.toml` transcribes it.
///
/// A model is checked against it when it is compiled: each variable names one term, and each term has a variable for the
/// person and for each relative to whom the text extends it, unless the model names the heading in `unmodelled`. Columns with
/// a [`Role`](crate::Role) have no term, since the text implies them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Deliberation {
    /// The number of the decision, such as `99/001`.
    pub number: Text,
    /// The title.
    pub title: Label,
    /// The day of the decision.
    pub dated: Date,
    /// The days of its amendments.
    pub amended: Vec<Date>,
    /// The committee that decided.
    pub committee: Text,
    /// The recipient of the data.
    pub recipient: Text,
    /// The purpose for which the recipient may use the data.
    pub purpose: Label,
    /// The first calendar year of the observation window.
    pub first_year: i16,
    /// The last calendar year of the observation window.
    pub last_year: i16,
    /// The day after which the data must be destroyed.
    pub keep_until: Date,
    /// The paragraphs that name variables, in the order of the text.
    pub paragraphs: Vec<Paragraph>,
    /// Other statements of the decision that users of the data must know.
    pub statements: Vec<Statement>,
    /// The headings, in the order of the text.
    pub headings: Vec<Heading>,
}

impl Deliberation {
    /// Creates a decision that names no variables.
    ///
    /// Its committee, recipient and purpose are empty, and its data must be destroyed after the last day of the
    /// observation window. Set the fields that differ.
    ///
    /// # Panics
    /// If `last_year` is not 0 to 9999.
    #[must_use]
    pub fn new(
        number: impl Into<Text>,
        title: Label,
        dated: Date,
        first_year: i16,
        last_year: i16,
    ) -> Self {
        Self {
            number: number.into(),
            title,
            dated,
            amended: Vec::new(),
            committee: "".into(),
            recipient: "".into(),
            purpose: Label::new("", ""),
            first_year,
            last_year,
            keep_until: Date::ymd(i32::from(last_year), 12, 31),
            paragraphs: Vec::new(),
            statements: Vec::new(),
            headings: Vec::new(),
        }
    }

    /// Returns the paragraph with this number.
    #[must_use]
    pub fn paragraph(&self, number: u8) -> Option<&Paragraph> {
        self.paragraphs.iter().find(|p| p.number == number)
    }

    /// Returns the heading with this title.
    #[must_use]
    pub fn heading(&self, title: &str) -> Option<&Heading> {
        self.headings.iter().find(|h| h.title == title)
    }

    /// Returns the observation window, from the first day of its first year to the last day of its last year.
    ///
    /// # Panics
    /// If `first_year` or `last_year` is not 0 to 9999.
    #[must_use]
    pub fn window(&self) -> Period {
        Period::new(
            Some(Date::ymd(i32::from(self.first_year), 1, 1)),
            Some(Date::ymd(i32::from(self.last_year), 12, 31)),
        )
    }
}

/// A paragraph that names variables: their provider, and the precision of their dates.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Paragraph {
    /// The number of the paragraph in the text.
    pub number: u8,
    /// The institution that provides the variables.
    pub provider: Text,
    /// The precision of the dates that the institution delivers.
    pub dates: Grain,
}

impl Paragraph {
    /// Creates a paragraph.
    #[must_use]
    pub fn new(number: u8, provider: impl Into<Text>, dates: Grain) -> Self {
        Self {
            number,
            provider: provider.into(),
            dates,
        }
    }
}

/// A statement of the decision about the data as a whole, such as the sample or the storage.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Statement {
    /// The number of the paragraph.
    pub paragraph: u8,
    /// The topic, in a few words.
    pub topic: Label,
    /// The statement.
    pub text: Label,
}

impl Statement {
    /// Creates a statement of a paragraph.
    #[must_use]
    pub const fn new(paragraph: u8, topic: Label, text: Label) -> Self {
        Self {
            paragraph,
            topic,
            text,
        }
    }
}

/// A heading of the decision: a group of variables.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Heading {
    /// The number of the paragraph that contains the heading.
    pub paragraph: u8,
    /// The title, letter by letter as in the text.
    pub title: Text,
    /// The title for readers, in Dutch and English.
    pub label: Label,
    /// The relatives of the person concerned to whom every term also applies, such as `partner`; each has columns of its
    /// own.
    pub relatives: Vec<Text>,
    /// The terms, in the order of the text.
    pub terms: Vec<Term>,
}

impl Heading {
    /// Creates a heading without terms.
    #[must_use]
    pub fn new(paragraph: u8, title: impl Into<Text>, label: Label) -> Self {
        Self {
            paragraph,
            title: title.into(),
            label,
            relatives: Vec::new(),
            terms: Vec::new(),
        }
    }
}

/// A term: a phrase of the decision that names a variable.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Term {
    /// The phrase, letter by letter as in the text.
    pub term: Text,
    /// The phrase that contains this one, if it is a part of a longer phrase.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<Text>,
    /// The relatives of the person concerned to whom the text extends this term; each has a column of its own.
    pub relatives: Vec<Text>,
    /// The precision of the date, if the phrase itself states one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub precision: Option<Grain>,
    /// The reason why that precision is disputed, if it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub disputed: Option<Label>,
}

impl Term {
    /// Creates a term that is not part of a longer phrase and states no precision.
    #[must_use]
    pub fn new(term: impl Into<Text>) -> Self {
        Self {
            term: term.into(),
            of: None,
            relatives: Vec::new(),
            precision: None,
            disputed: None,
        }
    }
}

/// The phrase of the decision that authorises a variable: the place of a [`Term`], copied to the variable.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Phrase {
    /// The number of the paragraph.
    pub paragraph: u8,
    /// The title of the heading, as in [`Heading::title`].
    pub heading: Text,
    /// The phrase, as in [`Term::term`].
    pub term: Text,
    /// The phrase that contains this one, as in [`Term::of`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<Text>,
    /// The relative of the person concerned whom the column describes; `None` for the person concerned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub relative: Option<Text>,
    /// The highest precision of a date that the phrase allows: its own precision, otherwise that of the paragraph.
    pub dates: Grain,
    /// The reason why the precision of the phrase is disputed, if it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub disputed: Option<Label>,
}

impl Phrase {
    /// Creates a phrase that describes the person concerned and is not part of a longer phrase.
    #[must_use]
    pub fn new(
        paragraph: u8,
        heading: impl Into<Text>,
        term: impl Into<Text>,
        dates: Grain,
    ) -> Self {
        Self {
            paragraph,
            heading: heading.into(),
            term: term.into(),
            of: None,
            relative: None,
            dates,
            disputed: None,
        }
    }
}
