//! The decision that authorises the data: what it says, phrase by phrase.

use serde::{Deserialize, Serialize};

use crate::block::{Block, Temporality};
use crate::calendar::ObservationPeriod;
use crate::label::{Label, Text};
use crate::period::{Date, Period};
use crate::value_type::ValueType;

vocabulary_enum! {
    /// How precisely dates are delivered.
    #[derive(PartialOrd, Ord)]
    pub enum Grain {
        /// By year.
        Year,
        /// By quarter and year.
        Quarter,
        /// By month and year.
        Month,
    }
}

impl Grain {
    /// The word for it in Dutch and English.
    #[must_use]
    pub fn label(self) -> Label {
        match self {
            Self::Year => Label::new("jaar", "year"),
            Self::Quarter => Label::new("kwartaal", "quarter"),
            Self::Month => Label::new("maand", "month"),
        }
    }
}

/// A decision that authorises data, transcribed from its text in `deliberation.toml`.
///
/// It is the authority that a model is held against: each term has at least one variable, each variable has one term.
/// Roles apart (the person, the observation period), which the text implies.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Deliberation {
    /// Its number.
    pub number: Text,
    /// What it is called.
    pub title: Label,
    /// The day on which it was taken.
    pub dated: Date,
    /// The days on which it was amended.
    pub amended: Vec<Date>,
    /// Who took it.
    pub committee: Text,
    /// Who receives the data.
    pub recipient: Text,
    /// What the data may be used for.
    pub purpose: Label,
    /// The first calendar year of the observation window.
    pub first_year: i16,
    /// The last calendar year of the observation window.
    pub last_year: i16,
    /// The day after which the data must be destroyed.
    pub keep_until: Date,
    /// The paragraphs that name variables.
    pub paragraphs: Vec<Paragraph>,
    /// What else the decision says that a user of the data must know.
    pub statements: Vec<Statement>,
    /// The headings, in the order of the text.
    pub headings: Vec<Heading>,
}

impl Deliberation {
    /// A decision that names no variable yet: without paragraphs, statements, headings or amendments, without a committee,
    /// a recipient or a purpose, and with data to be destroyed after the last day of the observation window.
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

    /// The paragraph with this number.
    #[must_use]
    pub fn paragraph(&self, number: u8) -> Option<&Paragraph> {
        self.paragraphs.iter().find(|p| p.number == number)
    }

    /// The heading with this title.
    #[must_use]
    pub fn heading(&self, title: &str) -> Option<&Heading> {
        self.headings.iter().find(|h| h.title == title)
    }

    /// The observation window, from the first to the last day.
    #[must_use]
    pub fn window(&self) -> Period {
        Period::new(
            Some(Date::ymd(i32::from(self.first_year), 1, 1)),
            Some(Date::ymd(i32::from(self.last_year), 12, 31)),
        )
    }
}

/// A paragraph that names variables: who provides them, and how precise their dates are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Paragraph {
    /// The number in the text.
    pub number: u8,
    /// The institution that provides the variables.
    pub provider: Text,
    /// How precisely it delivers dates.
    pub dates: Grain,
}

impl Paragraph {
    /// The paragraph with this number.
    #[must_use]
    pub fn new(number: u8, provider: impl Into<Text>, dates: Grain) -> Self {
        Self {
            number,
            provider: provider.into(),
            dates,
        }
    }
}

/// Something that the decision says about the data as a whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Statement {
    /// The paragraph that says it.
    pub paragraph: u8,
    /// What it is about.
    pub topic: Label,
    /// What it says.
    pub text: Label,
}

impl Statement {
    /// The statement of a paragraph about a topic.
    #[must_use]
    pub const fn new(paragraph: u8, topic: Label, text: Label) -> Self {
        Self {
            paragraph,
            topic,
            text,
        }
    }
}

/// A group of variables as the decision names it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Heading {
    /// The paragraph that it stands in.
    pub paragraph: u8,
    /// The title, as it stands in the text.
    pub title: Text,
    /// The title in Dutch and English, for readers.
    pub label: Label,
    /// Persons besides the person concerned for whom every term holds, each with columns of its own.
    pub relatives: Vec<Text>,
    /// The phrases, in the order of the text.
    pub terms: Vec<Term>,
}

impl Heading {
    /// A heading without terms.
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

/// One phrase of the decision that names a variable.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Term {
    /// The phrase, as it stands in the text.
    pub term: Text,
    /// The phrase that it is nested in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<Text>,
    /// Persons to whom the text extends the term, each a column of its own.
    pub relatives: Vec<Text>,
    /// How precise the date is, where the phrase itself says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub precision: Option<Grain>,
    /// Why that precision is disputed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub disputed: Option<Label>,
}

impl Term {
    /// A phrase that is not nested and states no precision of its own.
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

/// The phrase of the decision that a variable carries out.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Phrase {
    /// The paragraph.
    pub paragraph: u8,
    /// The title of the heading.
    pub heading: Text,
    /// The phrase.
    pub term: Text,
    /// The phrase that it is nested in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<Text>,
    /// The person besides the person concerned whom the column is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub relative: Option<Text>,
    /// How precise a date under this phrase may be: its own precision, else that of the paragraph.
    pub dates: Grain,
    /// Why the phrase's own precision is disputed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub disputed: Option<Label>,
}

impl Phrase {
    /// A phrase that is not nested, about the person concerned.
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

/// The id of the rule that holds for every block with an observation period.
pub const OBSERVATION_PERIOD_IN_WINDOW: &str = "observation_period_in_window";

impl Deliberation {
    /// Whether rows of a block may be about a period.
    ///
    /// It lies within the observation window, or it is a register year whose state is that of the window's first day:
    /// the state on 31 December at midnight is that on 1 January, and stands in the row of the year before.
    #[must_use]
    pub fn observes(&self, temporality: Temporality, period: impl ObservationPeriod) -> bool {
        let (first, last) = (period.first_day(), period.last_day());
        let window = self.window();
        let within = window.contains(first) && window.contains(last);
        let year = first.year();
        let is_year = (first, last) == (Date::ymd(year, 1, 1), Date::ymd(year, 12, 31));
        let opens =
            is_year && temporality == Temporality::Status && year + 1 == i32::from(self.first_year);
        within || opens
    }

    /// What [`OBSERVATION_PERIOD_IN_WINDOW`] says of a block; `None` if it has no observation period.
    #[must_use]
    pub fn observation_rule(&self, block: &Block) -> Option<Label> {
        let column = block.column(block.observation_period.as_deref()?)?;
        let (first, last) = (self.first_year, self.last_year);
        let nl = format!("de waarnemingsperiode ligt in {first}-{last}");
        let en = format!("the observation period lies within {first}-{last}");
        let is_register_year = matches!(column.value_type(), ValueType::Year {})
            && block.temporality == Temporality::Status;
        Some(if is_register_year {
            let before = first - 1;
            Label::new(
                format!("{nl}; of is {before}, waarvan de toestand die op 1 januari {first} is"),
                format!("{en}; or is {before}, whose state is that on 1 January {first}"),
            )
        } else {
            Label::new(nl, en)
        })
    }
}
