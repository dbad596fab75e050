//! Code lists: the codes that a variable can hold, and their meanings over time.

use serde::{Deserialize, Serialize};

use crate::code_form::CodeForm;
use crate::code_text::{self, CodeTextError};
use crate::hash::Fingerprint;
use crate::label::Label;
use crate::period::{Date, Period};
use crate::text::Text;

vocabulary_enum! {
    /// The extent to which the codes of a list are known.
    pub enum ListKind {
        /// The list is complete for every source and certainly the right one: another code is an error.
        Closed,
        /// Some codes are known, and others may occur; or none is listed, as for the numbers of a public register.
        Open,
        /// No list of codes was found in public material: the list comes with the delivery.
        Supplied,
    }
}

vocabulary_enum! {
    /// The relation of a published list to the variable that uses it.
    pub enum ListStatus {
        /// The data are delivered in the codes of this list.
        Delivered,
        /// The list is a reference standard. It is a reference-only list: what is published never rejects a code.
        Reference,
        /// The list belongs to a related variable. It is a reference-only list: what is published never rejects a code.
        Related,
    }
}

vocabulary_enum! {
    /// The date that decides what a code of the list means in a row.
    #[derive(Default)]
    pub enum ReadAt {
        /// The observation period of the row; its last day where a meaning changes within it.
        #[default]
        ObservationPeriod,
        /// The date of the event that the row is about.
        EventDate,
        /// A date that the row does not hold: the period of a code cannot be checked.
        NotCheckable,
    }
}

vocabulary_enum! {
    /// The reason why a code is a missing value.
    pub enum MissingReason {
        /// The variable does not apply.
        NotApplicable,
        /// The value is not known.
        Unknown,
        /// The question was not asked.
        NotAsked,
        /// The person refused to answer.
        Refused,
        /// There is a value, but it is withheld, for example to protect a person.
        Suppressed,
        /// The value was not given, for a reason that the source does not state.
        Unspecified,
    }
}

/// A list of codes.
///
/// A code list describes which texts a row can store, and what each of them means in a period. A code is a text that
/// [`CodeEntry::is_code`] accepts.
///
/// ```
/// use beraad_describe::{CodeEntry, CodeList, Label, Language, ListKind, Meaning};
///
/// let label = |text| Label::new([(Language::EN, text)]);
/// let mut list = CodeList::new("genre", label("Genres of books."), ListKind::Closed);
/// list.codes = vec![CodeEntry::new("P", vec![Meaning::new(label("Poetry"))])];
///
/// assert!(list.rejects_unknown_codes());
/// assert_eq!(list.find("P").unwrap().meanings[0].label.get(Language::EN), "Poetry");
/// assert!(list.find("Q").is_none());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "model-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct CodeList {
    /// The id in snake case, unique in the model.
    pub id: Text,
    /// The names under which earlier versions of the model had the list, the latest one first, so that a rename is not taken for a removed and an added list.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub renamed_from: Vec<Text>,
    /// The reason not to use the list any more, and what to use instead; `None` if it is not deprecated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deprecated: Option<Label>,
    /// A short name, if it differs from the label of the variable that uses the list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<Label>,
    /// The definition: what the list contains, in one or more sentences.
    pub definition: Label,
    /// The extent to which the codes are known.
    pub kind: ListKind,
    /// The relation to the variable; `None` if no code is published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<ListStatus>,
    /// True if the complete table of the source was available. The list may still be open: see [`kind`](Self::kind).
    pub complete: bool,
    /// True if the list was looked for in public material. Without codes, none was found there then.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub searched: bool,
    /// The date that decides what a code means.
    pub read_at: ReadAt,
    /// The reason why that date decides.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<Label>,
    /// The name of the standard that the list follows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub standard: Option<Text>,
    /// The address of the public page that shows the list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page: Option<Text>,
    /// The form that all codes of the list have, if it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub form: Option<CodeForm>,
    /// The codes in the order of the source, each text once.
    pub codes: Vec<CodeEntry>,
    /// The file from the provider that added codes to the list, if there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub supplied_by: Option<SuppliedFile>,
}

impl CodeList {
    /// Creates a list without codes, of which no complete table was seen.
    #[must_use]
    pub fn new(id: impl Into<Text>, definition: Label, kind: ListKind) -> Self {
        Self {
            id: id.into(),
            renamed_from: Vec::new(),
            deprecated: None,
            label: None,
            definition,
            kind,
            status: None,
            complete: false,
            searched: false,
            read_at: ReadAt::default(),
            why: None,
            standard: None,
            page: None,
            form: None,
            codes: Vec::new(),
            supplied_by: None,
        }
    }

    /// Returns true if a code that is not in the list is an error.
    ///
    /// That is so for a closed list, unless it is a reference-only list, and for every list of which the provider supplied all
    /// codes.
    #[must_use]
    pub fn rejects_unknown_codes(&self) -> bool {
        self.is_closed_as_published() || self.is_completely_supplied()
    }

    /// Returns true if a code that is not in the list is an error by what is published, whatever a provider supplies.
    #[must_use]
    pub fn is_closed_as_published(&self) -> bool {
        self.kind == ListKind::Closed && !self.is_reference_only()
    }

    /// Returns true if the provider supplied a file that has every code that occurs in the data, as the file says.
    #[must_use]
    pub fn is_completely_supplied(&self) -> bool {
        self.supplied_by.as_ref().is_some_and(|file| file.complete)
    }

    /// Returns true if the published list only helps readers, and neither rejects nor renames a code.
    #[must_use]
    pub fn is_reference_only(&self) -> bool {
        matches!(
            self.status,
            Some(ListStatus::Reference | ListStatus::Related)
        )
    }

    /// Returns true if no code is listed and none comes with the delivery: an open list without codes, such as the numbers
    /// of a public register.
    #[must_use]
    pub fn is_unlisted(&self) -> bool {
        self.kind == ListKind::Open && self.codes.is_empty()
    }

    /// Returns true if the provider still has to send codes: the list comes with the delivery, or only some of its codes are
    /// known. Nobody sends a list of which no code [is listed](Self::is_unlisted).
    ///
    /// ```
    /// use beraad_describe::{CodeList, Label, Language, ListKind};
    ///
    /// let definition = Label::new([(Language::EN, "Genres of books.")]);
    /// let list = CodeList::new("genre", definition, ListKind::Supplied);
    /// assert!(list.awaits_codes());
    /// ```
    #[must_use]
    pub fn awaits_codes(&self) -> bool {
        let lacks_codes = || !self.complete || self.codes.iter().any(|code| code.code.is_none());
        let is_incomplete = match self.kind {
            ListKind::Supplied => true,
            ListKind::Open => !self.is_unlisted() && lacks_codes(),
            ListKind::Closed => false,
        };
        self.supplied_by.is_none() && is_incomplete
    }

    /// Returns the form of the codes, if a code of another form is an error.
    ///
    /// That is so for every list with a [`form`](Self::form), unless it is a reference-only list.
    #[must_use]
    pub fn required_form(&self) -> Option<&CodeForm> {
        self.form.as_ref().filter(|_| !self.is_reference_only())
    }

    /// Returns the entry whose stored text is `text`, or otherwise the published entry that has `text` as an alias; `None` if
    /// there is neither. To find many codes, use a [`CodeIndex`](crate::CodeIndex).
    #[must_use]
    pub fn find(&self, text: &str) -> Option<&CodeEntry> {
        // A text is the code of that text before it is an alias of another one.
        let exact = self
            .codes
            .iter()
            .find(|code| code.code.as_deref() == Some(text));
        exact.or_else(|| {
            self.codes
                .iter()
                // An alias is replaced by the stored text, which an unpublished code does not have.
                .find(|code| code.code.is_some() && code.aliases.iter().any(|alias| alias == text))
        })
    }

    /// Returns the entries of no and yes, if this is a list of the two codes `0` and `1`: that by which a source writes a flag.
    ///
    /// A source that writes other codes than these has no flag but a code: its column has a code list of two codes.
    #[must_use]
    pub fn flag_entries(&self) -> Option<[&CodeEntry; 2]> {
        let mut entries = [None; 2];
        for (code, entry) in self.published_codes() {
            match code {
                "0" => entries[0] = Some(entry),
                "1" => entries[1] = Some(entry),
                _ => return None,
            }
        }
        let [no, yes] = entries;
        Some([no?, yes?])
    }

    /// Returns the codes whose stored text is known, each with its entry, in the order of the list.
    pub fn published_codes(&self) -> impl Iterator<Item = (&str, &CodeEntry)> {
        self.codes
            .iter()
            .filter_map(|code| Some((code.code.as_deref()?, code)))
    }
}

/// A file from a provider that added codes to a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "model-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct SuppliedFile {
    /// The name of the file, without a folder.
    pub file: Text,
    /// The SHA-256 of its bytes, as 64 hexadecimal digits.
    pub sha256: Text,
    /// True if the file says that it has every code that occurs in the data: another code is an error then.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub complete: bool,
}

impl SuppliedFile {
    /// Creates the description of a file with this name and this SHA-256, which does not say that it is complete.
    #[must_use]
    pub fn new(file: impl Into<Text>, sha256: impl Into<Text>) -> Self {
        Self {
            file: file.into(),
            sha256: sha256.into(),
            complete: false,
        }
    }

    /// Creates the description of a file with this name, with the SHA-256 of `bytes`, its whole content.
    #[must_use]
    pub fn from_bytes(file: impl Into<Text>, bytes: &[u8]) -> Self {
        Self::new(file, Fingerprint::of(bytes))
    }
}

vocabulary_enum! {
    /// The bounds that a class of amounts includes.
    #[derive(Default, PartialOrd, Ord)]
    pub enum ClosedSide {
        /// Only the lower bound.
        Left,
        /// Only the upper bound.
        Right,
        /// Both bounds.
        Both,
        /// No source states it.
        #[default]
        Unknown,
    }
}

/// The bounds of a class of amounts.
///
/// The bounds are decimal texts as they were supplied, such as `1239.47`: a binary number could not hold them exactly.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "model-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct AmountClassBounds {
    /// The lower bound; `None` if the class has no lower bound.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lower: Option<Text>,
    /// The upper bound; `None` if the class has no upper bound.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub upper: Option<Text>,
    /// The bounds that the class includes.
    pub closed: ClosedSide,
    /// The unit of the amounts, such as `per day`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<Text>,
    /// The currency as the three letters of ISO 4217, such as `EUR`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub currency: Option<Text>,
}

impl AmountClassBounds {
    /// Creates the bounds of a class, without a unit or a currency.
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

/// A code of a list: the text that a row stores, and its meanings.
///
/// ```
/// use beraad_describe::{CodeEntry, Date, Label, Language, Meaning, Period};
///
/// let mut old = Meaning::new(Label::new([(Language::EN, "Poetry and plays")]));
/// old.period = Period::new(None, Some(Date::ymd(2011, 12, 31)));
/// let mut new = Meaning::new(Label::new([(Language::EN, "Poetry")]));
/// new.period = Period::new(Some(Date::ymd(2012, 1, 1)), None);
/// let entry = CodeEntry::new("P", vec![old, new]);
///
/// let day = Date::ymd(2013, 5, 1);
/// let meanings = entry.meanings_at(Period::new(Some(day), Some(day)));
/// assert_eq!(meanings[0].label.get(Language::EN), "Poetry");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "model-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct CodeEntry {
    /// The stored text, which may be the empty text; `None` if only the meanings are published.
    pub code: Option<Text>,
    /// Other texts that a row may contain for this code. A reader replaces them by `code`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<Text>,
    /// The meanings: one for each period and each source.
    pub meanings: Vec<Meaning>,
}

impl CodeEntry {
    /// Creates a code whose stored text is known.
    #[must_use]
    pub fn new(code: impl Into<Text>, meanings: Vec<Meaning>) -> Self {
        Self {
            code: Some(code.into()),
            ..Self::unpublished(meanings)
        }
    }

    /// Creates a code of which the meanings are published, but not the stored text.
    #[must_use]
    pub fn unpublished(meanings: Vec<Meaning>) -> Self {
        Self {
            code: None,
            aliases: Vec::new(),
            meanings,
        }
    }

    /// The maximum length of a code in bytes.
    pub const MAX_CODE_BYTES: usize = code_text::MAX_CODE_BYTES;

    /// Returns true if a text can be a code: at most [`MAX_CODE_BYTES`](Self::MAX_CODE_BYTES) printable ASCII characters,
    /// the first and the last of which are not spaces. [`CodeTextError::of`] returns the reason if it cannot.
    #[must_use]
    pub fn is_code(text: &str) -> bool {
        CodeTextError::of(text).is_none()
    }

    /// Returns the meanings that are valid during `period`: one or more if sources differ, none if the code is not valid.
    ///
    /// If some of them end within the period, only those on its last day are returned, since a state is that of the last
    /// day.
    ///
    /// ```
    /// use beraad_describe::{CodeEntry, Date, Label, Language, Meaning, Period};
    ///
    /// let mut until_2011 = Meaning::new(Label::new([(Language::NL, "jeugd"), (Language::EN, "youth")]));
    /// until_2011.period = Period::new(None, Some(Date::ymd(2011, 12, 31)));
    /// let mut from_2012 = Meaning::new(Label::new([(Language::NL, "strips"), (Language::EN, "comics")]));
    /// from_2012.period = Period::new(Some(Date::ymd(2012, 1, 1)), None);
    /// let code = CodeEntry::new("1", vec![until_2011, from_2012]);
    ///
    /// let school_year = Period::new(Some(Date::ymd(2011, 9, 1)), Some(Date::ymd(2012, 6, 30)));
    /// let meanings = code.meanings_at(school_year);
    /// assert_eq!(meanings[0].label.get(Language::EN), "comics");
    /// assert_eq!(meanings.len(), 1);
    /// ```
    #[must_use]
    pub fn meanings_at(&self, period: Period) -> Vec<&Meaning> {
        // A period without an end has no last day: then no meaning is preferred.
        let last_day =
            |meaning: &&Meaning| period.to.is_none_or(|day| meaning.period.contains(day));
        let within = || {
            self.meanings
                .iter()
                .filter(|meaning| meaning.period.overlaps(period))
        };
        let at_the_end: Vec<_> = within().filter(last_day).collect();
        // No meaning reaches the last day: the code ends within the period, and all its meanings there count.
        if at_the_end.is_empty() {
            within().collect()
        } else {
            at_the_end
        }
    }

    /// Returns true if the code has a meaning on at least one day of `period`.
    #[must_use]
    pub fn is_valid(&self, period: Period) -> bool {
        self.meanings
            .iter()
            .any(|meaning| meaning.period.overlaps(period))
    }
}

/// A meaning of a code in a period, for one source or for all.
///
/// ```
/// use beraad_describe::{Date, Label, Language, Meaning, MissingReason, Period};
///
/// let mut meaning = Meaning::new(Label::new([(Language::EN, "Not known")]));
/// meaning.missing = Some(MissingReason::Unknown);
/// meaning.period = Period::new(Some(Date::ymd(2012, 1, 1)), None);
/// assert!(!meaning.holds_on(Date::ymd(2011, 12, 31)));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "model-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Meaning {
    /// The period in which the code has this meaning. An end that is not stated is unlimited.
    #[serde(default, skip_serializing_if = "Period::is_always")]
    pub period: Period,
    /// The first day of the file that documents the code, if [`period`](Self::period) has no start because only that file
    /// was seen. Nothing is known about the time before, so this day never makes a code invalid.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub documented_from: Option<Date>,
    /// The institution for which the code has this meaning, if institutions differ; `None` if it holds for all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Text>,
    /// The meaning in words.
    pub label: Label,
    /// A shorter text for the same meaning, where the source has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub short: Option<Label>,
    /// The reason why the code is a missing value, if it is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub missing: Option<MissingReason>,
    /// A remark for researchers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remark: Option<Label>,
    /// The bounds, if the code is that of a class of amounts and the provider supplied them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub class: Option<AmountClassBounds>,
    /// The name of the file from the provider that added this meaning; `None` for a published meaning.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub supplied_by: Option<Text>,
}

impl Meaning {
    /// Creates a meaning that holds at all times and for every source.
    #[must_use]
    pub fn new(label: Label) -> Self {
        Self {
            period: Period::ALWAYS,
            documented_from: None,
            source: None,
            label,
            short: None,
            missing: None,
            remark: None,
            class: None,
            supplied_by: None,
        }
    }

    /// Returns true if `day` is within the [`period`](Self::period) of this meaning.
    ///
    /// The [`source`](Self::source) plays no role: if there is one, the code has this meaning on `day` for that institution
    /// only.
    #[must_use]
    pub fn holds_on(&self, day: Date) -> bool {
        self.period.contains(day)
    }
}
