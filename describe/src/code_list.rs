//! Code lists: which texts a variable holds, and what each of them means at a period.

use serde::{Deserialize, Serialize};

use crate::hash::Hash;
use crate::label::{Label, Text};
use crate::period::{Date, Period};

vocabulary_enum! {
    /// What is known of a list.
    pub enum ListKind {
        /// Complete for every source, and identified for certain: another code is an error.
        Closed,
        /// Some codes are known, others may occur.
        Open,
        /// Nothing is published; the list comes with the delivery.
        Supplied,
    }
}

vocabulary_enum! {
    /// What a published list is to the variable.
    pub enum ListStatus {
        /// The list that the data are delivered in.
        Delivered,
        /// A reference standard, shown for orientation; it never rejects a code.
        Reference,
        /// The list of a sister variable, shown for orientation; it never rejects a code.
        Related,
    }
}

vocabulary_enum! {
    /// The moment at which a code of the list is read.
    #[derive(Default)]
    pub enum ReadAt {
        /// The observation period of the row.
        #[default]
        ObservationPeriod,
        /// The date of the event that the row is about.
        EventDate,
        /// The row does not hold the moment; validity cannot be checked.
        NotCheckable,
    }
}

vocabulary_enum! {
    /// Why a code stands for no substantive value.
    pub enum MissingReason {
        /// The value is not known.
        Unknown,
        /// The value was not given.
        Unspecified,
        /// The variable does not apply.
        NotApplicable,
    }
}

/// A list of codes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct CodeList {
    /// The id, unique in the model.
    pub id: Text,
    /// What it lists, where that differs from the variable that it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<Label>,
    /// What the list is about.
    pub definition: Text,
    /// What is known of it.
    pub kind: ListKind,
    /// What it is to the variable; `None` where nothing is published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<ListStatus>,
    /// Whether a whole table was seen.
    pub complete: bool,
    /// At which moment its codes are read.
    pub read_at: ReadAt,
    /// Why they are read then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<Label>,
    /// The standard that it follows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub standard: Option<Text>,
    /// The public page that shows it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page: Option<Text>,
    /// The codes: one entry for each distinct text, in the order of the source.
    pub codes: Vec<CodeEntry>,
    /// The file that came with the delivery and whose codes are among them, if there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub supplied_by: Option<SuppliedFile>,
}

impl CodeList {
    /// A list without codes, of which no whole table was seen.
    #[must_use]
    pub fn new(id: impl Into<Text>, definition: impl Into<Text>, kind: ListKind) -> Self {
        Self {
            id: id.into(),
            label: None,
            definition: definition.into(),
            kind,
            status: None,
            complete: false,
            read_at: ReadAt::default(),
            why: None,
            standard: None,
            page: None,
            codes: Vec::new(),
            supplied_by: None,
        }
    }

    /// Whether a code that the list does not have is an error.
    ///
    /// Only a closed list that is the delivered one rejects.
    #[must_use]
    pub fn rejects_unknown_codes(&self) -> bool {
        self.kind == ListKind::Closed && !self.is_reference_only()
    }

    /// Whether the codes are shown for orientation only.
    #[must_use]
    pub fn is_reference_only(&self) -> bool {
        matches!(
            self.status,
            Some(ListStatus::Reference | ListStatus::Related)
        )
    }

    /// The code with this text, or with this text as an alias.
    #[must_use]
    pub fn find(&self, text: &str) -> Option<&CodeEntry> {
        let exact = self
            .codes
            .iter()
            .find(|code| code.code.as_deref() == Some(text));
        exact.or_else(|| {
            self.codes
                .iter()
                .find(|code| code.code.is_some() && code.aliases.iter().any(|alias| alias == text))
        })
    }

    /// The codes whose stored text is published.
    pub fn published_codes(&self) -> impl Iterator<Item = (&str, &CodeEntry)> {
        self.codes
            .iter()
            .filter_map(|code| Some((code.code.as_deref()?, code)))
    }
}

/// The file that brought the codes of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct SuppliedFile {
    /// The name of the file, without its folder.
    pub file: Text,
    /// SHA-256 of its bytes, in hexadecimal.
    pub sha256: Text,
}

impl SuppliedFile {
    /// The file of this name, with this hash.
    #[must_use]
    pub fn new(file: impl Into<Text>, sha256: impl Into<Text>) -> Self {
        Self {
            file: file.into(),
            sha256: sha256.into(),
        }
    }

    /// The file of this name with these bytes.
    #[must_use]
    pub fn from_bytes(file: impl Into<Text>, bytes: &[u8]) -> Self {
        Self::new(file, Hash::of(bytes))
    }
}

vocabulary_enum! {
    /// Which of its bounds belong to a class of amounts.
    #[derive(Default, PartialOrd, Ord)]
    pub enum ClosedSide {
        /// The lower bound only.
        Left,
        /// The upper bound only.
        Right,
        /// Both.
        Both,
        /// No source says.
        #[default]
        Unknown,
    }
}

/// Between which amounts a class lies.
///
/// Bounds are decimal texts, as they were supplied (`1239.47`): an amount in binary would be another one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct AmountClassBounds {
    /// The lower bound; `None` where the class has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lower: Option<Text>,
    /// The upper bound; `None` where the class has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub upper: Option<Text>,
    /// Which of the bounds belong to the class.
    pub closed: ClosedSide,
    /// Of what the amount is, such as `per day`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<Text>,
    /// The currency, by its three letters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub currency: Option<Text>,
}

impl AmountClassBounds {
    /// The bounds of a class of amounts, without a unit or a currency.
    #[must_use]
    pub fn new(lower: Option<Text>, upper: Option<Text>, closed: ClosedSide) -> Self {
        Self {
            lower,
            upper,
            closed,
            unit: None,
            currency: None,
        }
    }
}

/// One code: the text that a row stores, and its meanings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct CodeEntry {
    /// The stored text, which may be empty; `None` where only the label is published.
    pub code: Option<Text>,
    /// Other spellings of the same stored value.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<Text>,
    /// What it means: one entry for each period and source.
    pub meanings: Vec<Meaning>,
}

impl CodeEntry {
    /// A code whose stored text is known.
    #[must_use]
    pub fn new(code: impl Into<Text>, meanings: Vec<Meaning>) -> Self {
        Self {
            code: Some(code.into()),
            ..Self::unpublished(meanings)
        }
    }

    /// A code of which only the meanings are published, not the stored text.
    #[must_use]
    pub fn unpublished(meanings: Vec<Meaning>) -> Self {
        Self {
            code: None,
            aliases: Vec::new(),
            meanings,
        }
    }

    /// The longest code, in bytes: a row holds it in place.
    pub const MAX_CODE_BYTES: usize = 8;

    /// Returns whether a text can be a code: at most [`MAX_CODE_BYTES`](Self::MAX_CODE_BYTES) printable ASCII characters.
    #[must_use]
    pub fn is_code(text: &str) -> bool {
        text.len() <= Self::MAX_CODE_BYTES && text.bytes().all(|byte| matches!(byte, b' '..=b'~'))
    }

    /// What the code means in a period, by every source that gives it a meaning then.
    ///
    /// Where a meaning ends within the period, the one that holds on its last day is meant: a state is that of the last day.
    #[must_use]
    pub fn meanings_at(&self, period: Period) -> Vec<&Meaning> {
        let last_day =
            |meaning: &&Meaning| period.to.is_none_or(|day| meaning.period.contains(day));
        let within = || {
            self.meanings
                .iter()
                .filter(|meaning| meaning.period.overlaps(period))
        };
        let at_the_end: Vec<_> = within().filter(last_day).collect();
        if at_the_end.is_empty() {
            within().collect()
        } else {
            at_the_end
        }
    }

    /// Whether the code has a meaning on some day of a period.
    #[must_use]
    pub fn is_valid(&self, period: Period) -> bool {
        self.meanings
            .iter()
            .any(|meaning| meaning.period.overlaps(period))
    }
}

/// What a code means in a period, by a source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Meaning {
    /// When the code has this meaning; an end that is not stated never rejects.
    #[serde(default, skip_serializing_if = "Period::is_always")]
    pub period: Period,
    /// The institution in which the code has this meaning, where several differ.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Text>,
    /// The meaning.
    pub label: Label,
    /// A shorter text for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub short: Option<Label>,
    /// Why it is no substantive value, if it is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub missing: Option<MissingReason>,
    /// What else is to be known of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remark: Option<Label>,
    /// Between which amounts the class lies, where the code is one of a class and its bounds were supplied.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub class: Option<AmountClassBounds>,
}

impl Meaning {
    /// A meaning that holds at all times and for every source.
    #[must_use]
    pub fn new(label: Label) -> Self {
        Self {
            period: Period::ALWAYS,
            source: None,
            label,
            short: None,
            missing: None,
            remark: None,
            class: None,
        }
    }

    /// Whether the code has this meaning on `day`.
    #[must_use]
    pub fn holds_on(&self, day: Date) -> bool {
        self.period.contains(day)
    }
}
