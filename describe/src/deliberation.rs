//! The decision that authorises the data: its text, phrase by phrase.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::calendar::Grain;
use crate::label::Label;
use crate::language::Language;
use crate::period::{Date, Period};
use crate::text::Text;

/// A decision that authorises data, as `deliberation.toml` transcribes it.
///
/// A model is checked against it when it is compiled: each variable names one term, and each term has a variable for the
/// person and for each relative to whom the text extends it, unless the model names the heading in `unmodelled`. Columns with
/// a [`Role`](crate::Role) have no term, since the text implies them.
///
/// ```
/// use beraad_describe::{Date, Deliberation, Heading, Label, Language, Term, Window};
///
/// let label = |text| Label::new([(Language::EN, text)]);
/// let window = Window::of_years(2005, 2016);
/// let mut decision = Deliberation::new("99/001", label("Loans"), Date::ymd(2017, 3, 1), window);
/// let mut heading = Heading::new("1", "Visits", label("Visits"));
/// heading.terms = vec![Term::new("the number of visits")];
/// decision.headings = vec![heading];
/// assert_eq!(decision.headings[0].terms[0].term, "the number of visits");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "model-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Deliberation {
    /// The number of the decision, such as `99/001`.
    pub number: Text,
    /// The language of its text, and those of the model.
    pub languages: Languages,
    /// The words for a decision of this kind and for its parts.
    pub words: Words,
    /// The title.
    pub title: Label,
    /// The day of the decision.
    pub dated: Date,
    /// The days of its amendments.
    pub amended: Vec<Date>,
    /// The committee that decided.
    pub committee: Label,
    /// The recipient of the data.
    pub recipient: Label,
    /// The purpose for which the recipient may use the data.
    pub purpose: Label,
    /// The observation window: the time that the data describe.
    pub window: Window,
    /// The end of the time during which the data may be kept; `None` if the decision does not limit it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub keep_until: Option<Retention>,
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
    /// It is in the first language of its title (in alphabetical order of the tags) and has an edition in each of them. Its
    /// committee, recipient and purpose are empty, and nothing limits how long its data may be kept. Set the fields that
    /// differ.
    #[must_use]
    pub fn new(number: impl Into<Text>, title: Label, dated: Date, window: Window) -> Self {
        let editions: Vec<_> = title.languages().collect();
        Self {
            number: number.into(),
            languages: Languages::new(editions[0], editions),
            words: Words::new(
                title.map(|language, _| Words::generic(language).0.to_owned()),
                title.map(|language, _| Words::generic(language).1.to_owned()),
            ),
            purpose: title.map(|_, _| String::new()),
            committee: title.map(|_, _| String::new()),
            recipient: title.map(|_, _| String::new()),
            title,
            dated,
            amended: Vec::new(),
            window,
            keep_until: None,
            paragraphs: Vec::new(),
            statements: Vec::new(),
            headings: Vec::new(),
        }
    }

    /// Returns the paragraph with this number.
    #[must_use]
    pub fn paragraph(&self, number: &str) -> Option<&Paragraph> {
        self.paragraphs.iter().find(|p| p.number == number)
    }

    /// Returns the heading with this title in a paragraph.
    #[must_use]
    pub fn heading(&self, paragraph: &str, title: &str) -> Option<&Heading> {
        let mut headings = self.headings.iter();
        headings.find(|heading| heading.paragraph == paragraph && heading.title == title)
    }

    /// Returns the institution that provides the variables of a heading: that of the heading, else that of its paragraph.
    #[must_use]
    pub fn provider<'a>(&'a self, heading: &'a Heading) -> Option<&'a str> {
        let paragraph = self.paragraph(&heading.paragraph);
        let provider = heading.provider.as_ref();
        provider
            .or_else(|| paragraph?.provider.as_ref())
            .map(|name| &**name)
    }

    /// Returns the most precise grain of the dates under a heading, or under one of its terms.
    ///
    /// It is the first of these that is stated: the precision of the term, of the heading, of the paragraph; otherwise the
    /// year.
    #[must_use]
    pub fn dates(&self, heading: &Heading, term: Option<&Term>) -> Grain {
        let of_term = term.and_then(|term| term.precision);
        let of_paragraph = || self.paragraph(&heading.paragraph)?.dates;
        of_term
            .or(heading.dates)
            .or_else(of_paragraph)
            .unwrap_or(Grain::Year)
    }

    /// Returns true if a term may be an exact amount of money: the term, its heading or its paragraph says
    /// `amounts = "exact"`, and what is nearest to the term counts.
    #[must_use]
    pub fn allows_exact_amounts(&self, heading: &Heading, term: &Term) -> bool {
        let of_paragraph = || self.paragraph(&heading.paragraph)?.amounts;
        term.amounts.or(heading.amounts).or_else(of_paragraph) == Some(Amounts::Exact)
    }
}

/// The languages of a decision and of its model.
///
/// ```
/// use beraad_describe::{Language, Languages};
///
/// let languages = Languages::new(Language::NL, [Language::NL, Language::EN]);
/// assert_eq!(languages.main_edition(), Language::EN);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "model-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Languages {
    /// The language of the decision, in which its phrases are quoted.
    pub decision: Language,
    /// The languages in which the model is published: each label of the model has a text in each of them. The first is the
    /// one that a reader sees who asks for none.
    pub editions: Vec<Language>,
    /// Further languages in which a label may have a text.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub others: Vec<Language>,
}

impl Languages {
    /// Creates the languages of a model without further ones.
    #[must_use]
    pub fn new(decision: Language, editions: impl Into<Vec<Language>>) -> Self {
        Self {
            decision,
            editions: editions.into(),
            others: Vec::new(),
        }
    }

    /// Returns all languages in which a label may have a text, those of the editions first.
    pub fn all(&self) -> impl Iterator<Item = Language> {
        self.editions.iter().chain(&self.others).copied()
    }

    /// Returns the languages in which a reader of `language` is shown a text, the best first: that language, the language of
    /// the decision, and the others in the order of [`all`](Self::all).
    #[must_use]
    pub fn preferred(&self, language: Language) -> Vec<Language> {
        let rest = [language, language.base(), self.decision];
        let mut preferred = Vec::new();
        for language in rest.into_iter().chain(self.all()) {
            if !preferred.contains(&language) {
                preferred.push(language);
            }
        }
        preferred
    }

    /// Returns the edition that a program reads which needs one text only: the English one, otherwise the first.
    #[must_use]
    pub fn main_edition(&self) -> Language {
        let english = self
            .editions
            .iter()
            .find(|language| language.base() == Language::EN);
        *english.or(self.editions.first()).unwrap_or(&self.decision)
    }
}

/// The time that the data of a decision describe.
///
/// ```
/// use beraad_describe::{Date, Window};
///
/// let window = Window::of_years(2005, 2016);
/// assert_eq!(window.span().to, Some(Date::ymd(2016, 12, 31)));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "model-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Window {
    /// Every day of a period.
    Period {
        /// The first day.
        from: Date,
        /// The last day, which is not before the first; `None` if the decision states no end.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        to: Option<Date>,
    },
    /// Single calendar years, in ascending order; at least one.
    Years(Vec<i16>),
}

impl Window {
    /// The whole calendar years from `first` to `last`.
    ///
    /// # Panics
    /// If a year is not 0 to 9999.
    #[must_use]
    pub fn of_years(first: i16, last: i16) -> Self {
        Self::Period {
            from: Date::ymd(first.into(), 1, 1),
            to: Some(Date::ymd(last.into(), 12, 31)),
        }
    }

    /// Returns the period from the first day of the window to the last one, which is open if the window has no end.
    #[must_use]
    pub fn span(&self) -> Period {
        match self {
            Self::Period { from, to } => Period::new(Some(*from), *to),
            Self::Years(years) => {
                let first = years
                    .first()
                    .and_then(|year| Date::try_ymd((*year).into(), 1, 1));
                let last = years
                    .last()
                    .and_then(|year| Date::try_ymd((*year).into(), 12, 31));
                Period::new(first, last)
            }
        }
    }

    /// Returns true if the window contains every day from `first` to `last`.
    #[must_use]
    pub fn contains(&self, first: Date, last: Date) -> bool {
        match self {
            Self::Period { .. } => self.span().contains(first) && self.span().contains(last),
            Self::Years(years) => (first.year()..=last.year())
                .all(|year| i16::try_from(year).is_ok_and(|year| years.contains(&year))),
        }
    }

    /// Returns the first calendar year of the window.
    #[must_use]
    pub fn first_year(&self) -> i32 {
        self.span().from.map_or(0, Date::year)
    }

    /// Returns the last calendar year of the window; `None` if the window has no end.
    #[must_use]
    pub fn last_year(&self) -> Option<i32> {
        self.span().to.map(Date::year)
    }

    /// Returns true if the window begins and ends with a calendar year, or has no end.
    #[must_use]
    pub fn is_of_whole_years(&self) -> bool {
        let Period { from, to } = self.span();
        from.is_none_or(|from| (from.month(), from.day()) == (1, 1))
            && to.is_none_or(|to| (to.month(), to.day()) == (12, 31))
    }
}

/// The window as years, or as days if it does not begin and end with a year: `2005-2016`, `2005-`,
/// `2005-03-01/2016-06-30`, `2005, 2010`.
impl fmt::Display for Window {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Period { from, to } if self.is_of_whole_years() => {
                write!(f, "{}-", from.year())?;
                to.map_or(Ok(()), |to| write!(f, "{}", to.year()))
            }
            Self::Period { .. } => self.span().fmt(f),
            Self::Years(years) => {
                let years: Vec<_> = years.iter().map(ToString::to_string).collect();
                f.write_str(&years.join(", "))
            }
        }
    }
}

/// The end of the time during which the data may be kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "model-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Retention {
    /// The last day on which the data may be kept.
    Until(Date),
    /// The end in words, such as "twelve months after receipt".
    Words(Label),
}

/// The words for a decision of this kind and for its parts: "deliberation" and "paragraph", or "order" and "article".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "model-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Words {
    /// The kind of decision, in lower case.
    pub decision: Label,
    /// A numbered part of the decision, in lower case.
    pub paragraph: Label,
}

impl Words {
    /// Creates the words.
    #[must_use]
    pub const fn new(decision: Label, paragraph: Label) -> Self {
        Self {
            decision,
            paragraph,
        }
    }

    /// The words that fit any decision.
    fn generic(language: Language) -> (&'static str, &'static str) {
        match language.base() {
            Language::NL => ("beslissing", "punt"),
            Language::FR => ("décision", "point"),
            Language::DE => ("Entscheidung", "Absatz"),
            _ => ("decision", "paragraph"),
        }
    }
}

vocabulary_enum! {
    /// The form in which a decision lets amounts of money be delivered.
    pub enum Amounts {
        /// As classes only.
        Classes,
        /// As amounts.
        Exact,
    }
}

vocabulary_enum! {
    /// The day whose state a row has, if the block holds states and its observation period is a year.
    pub enum YearlyStates {
        /// A day of the year that the decision and the provider do not state.
        WithinYear,
        /// The end of 31 December, at 24:00. It is the state of 1 January of the next year too.
        YearEnd,
    }
}

/// A paragraph that names variables, with what it says about all of them.
///
/// A heading of the paragraph may say something else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "model-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Paragraph {
    /// The number of the paragraph in the text, such as `3` or `3, 1°`.
    pub number: Text,
    /// The institution that provides the variables; `None` if each heading states its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub provider: Option<Text>,
    /// The precision of the dates that the institution delivers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dates: Option<Grain>,
    /// The form of amounts of money; `None` if the paragraph does not say it, which does not allow exact ones.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amounts: Option<Amounts>,
    /// The day whose state a yearly row has; `None` is [`YearlyStates::WithinYear`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub yearly_states: Option<YearlyStates>,
}

impl Paragraph {
    /// Creates a paragraph that says nothing about its variables.
    #[must_use]
    pub fn new(number: impl Into<Text>) -> Self {
        Self {
            number: number.into(),
            provider: None,
            dates: None,
            amounts: None,
            yearly_states: None,
        }
    }
}

/// A statement of the decision about the data as a whole, such as the sample or the storage.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "model-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Statement {
    /// The number of the paragraph; `None` if the statement is in none, as in the operative part, or is about the decision as
    /// a whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paragraph: Option<Text>,
    /// The topic, in a few words.
    pub topic: Label,
    /// The statement.
    pub text: Label,
}

impl Statement {
    /// Creates a statement, of a paragraph or of none.
    #[must_use]
    pub fn new(paragraph: Option<Text>, topic: Label, text: Label) -> Self {
        Self {
            paragraph,
            topic,
            text,
        }
    }
}

/// A heading of the decision: a group of variables.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "model-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Heading {
    /// The number of the paragraph that contains the heading.
    pub paragraph: Text,
    /// The title, letter by letter as in the text. It is unique in its paragraph.
    pub title: Text,
    /// The title for readers.
    pub label: Label,
    /// The institution that provides the variables, if it is not that of the paragraph.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub provider: Option<Text>,
    /// The precision of the dates, if it is not that of the paragraph.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dates: Option<Grain>,
    /// The form of amounts of money, if it is not that of the paragraph.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amounts: Option<Amounts>,
    /// The day whose state a yearly row has, if it is not that of the paragraph.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub yearly_states: Option<YearlyStates>,
    /// The relatives of the person concerned to whom every term also applies, such as `partner`; each has columns of its
    /// own.
    pub relatives: Vec<Text>,
    /// The terms, in the order of the text.
    pub terms: Vec<Term>,
}

impl Heading {
    /// Creates a heading without terms.
    #[must_use]
    pub fn new(paragraph: impl Into<Text>, title: impl Into<Text>, label: Label) -> Self {
        Self {
            paragraph: paragraph.into(),
            title: title.into(),
            label,
            provider: None,
            dates: None,
            amounts: None,
            yearly_states: None,
            relatives: Vec::new(),
            terms: Vec::new(),
        }
    }
}

/// A term: a phrase of the decision that names a variable.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "model-schema", derive(schemars::JsonSchema))]
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
    /// The form of an amount of money, if it is not that of the heading.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amounts: Option<Amounts>,
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
            amounts: None,
        }
    }
}

/// The phrase of the decision that authorises a variable: the place of a [`Term`], copied to the variable.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "model-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Phrase {
    /// The number of the paragraph.
    pub paragraph: Text,
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
        paragraph: impl Into<Text>,
        heading: impl Into<Text>,
        term: impl Into<Text>,
        dates: Grain,
    ) -> Self {
        Self {
            paragraph: paragraph.into(),
            heading: heading.into(),
            term: term.into(),
            of: None,
            relative: None,
            dates,
            disputed: None,
        }
    }
}
