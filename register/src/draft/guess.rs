//! Guesses what the values of a phrase are, from its words.

use beraad_describe::{Grain, Heading, MeasurementLevel, Quantity, Term, ValueKind};

use super::delivery::{bare, date_of_term, noun_words};
use super::words::{Words, find_word, has_word, lower_case, without_any};
use crate::register::Register;

/// A guess at the values of a term, made from its words alone.
///
/// A draft uses it for the type of a field. A person has to check it: a phrase seldom says whether a code or a number is
/// delivered.
///
/// ```
/// use beraad_describe::{MeasurementLevel, ValueKind};
/// use beraad_register::draft::{Draft, Guess};
///
/// let draft = Draft::read(
///     "BERAADSLAGING NR. 42/007 VAN 1 MAART 2042 OVER DE UITLENINGEN\n\n\
///      1. De bibliotheek zou de volgende gegevens verstrekken, met de maand en het jaar van elke datum.\n\n\
///      Uitleningen: de datum van de uitlening, het al dan niet verlengd zijn en de soort van het werk.\n",
/// )?;
/// let heading = &draft.register.deliberation.headings[0];
/// let kinds: Vec<_> = heading.terms.iter().map(|term| Guess::of(&draft.register, heading, term).kind).collect();
/// assert_eq!(kinds, [ValueKind::YearMonth, ValueKind::Flag, ValueKind::Code]);
/// # Ok::<(), beraad_register::draft::DraftError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Guess {
    /// The kind of each value.
    pub kind: ValueKind,
    /// True if a row may hold several values, since the phrase is a plural.
    pub is_list: bool,
    /// True if an identification number is that of an employer, and not of a person.
    pub is_employer: bool,
    /// The level of measurement.
    pub measurement: MeasurementLevel,
    /// The words of the phrase that led to the guess, or the reason why there are none.
    pub because: String,
}

impl Guess {
    /// Guesses the values of a term of a register.
    ///
    /// In a language without words for it, every term is a code, unless the register says that it is an identification number.
    #[must_use]
    pub fn of(register: &Register, heading: &Heading, term: &Term) -> Self {
        let Some(words) = Words::of_language(register.deliberation.languages.decision) else {
            if register.is_identifier(term) {
                let because = "an identification number".to_owned();
                let (kind, level) = (ValueKind::SerialNumber, MeasurementLevel::Identifier);
                return Self::new(kind, level, because);
            }
            let because = "no words are known in this language".to_owned();
            return Self::new(ValueKind::Code, MeasurementLevel::Nominal, because);
        };
        let phrase = Phrase::new(words, register, heading, term);
        let (kind, because) = phrase.kind();
        let measurement = measurement(&phrase, kind);
        let is_list = phrase.is_plural() && !matches!(kind, ValueKind::Flag | ValueKind::Number(_));
        Self {
            is_list,
            is_employer: has_word(&phrase.lower, words.employer),
            ..Self::new(kind, measurement, because)
        }
    }

    fn new(kind: ValueKind, measurement: MeasurementLevel, because: String) -> Self {
        Self {
            kind,
            is_list: false,
            is_employer: false,
            measurement,
            because,
        }
    }
}

/// A term with everything that its kind depends on.
struct Phrase<'a> {
    words: &'a Words,
    register: &'a Register,
    heading: &'a Heading,
    term: &'a Term,
    lower: String,
    /// The noun and its adjectives.
    noun: Vec<String>,
}

impl<'a> Phrase<'a> {
    fn new(words: &'a Words, register: &'a Register, heading: &'a Heading, term: &'a Term) -> Self {
        Self {
            words,
            register,
            heading,
            term,
            lower: lower_case(&term.term),
            noun: noun_words(words, &term.term),
        }
    }

    /// The kind, and the reason for it. The order counts: what says most about the values comes first.
    fn kind(&self) -> (ValueKind, String) {
        let words = self.words;
        if self.register.is_identifier(self.term) {
            return (
                ValueKind::SerialNumber,
                "an identification number".to_owned(),
            );
        }
        // Before everything else, since the decision allows nothing but classes.
        if self.register.is_classed(self.heading, self.term) {
            return self.class();
        }
        if let Some(reason) = self.question() {
            return (ValueKind::Flag, reason);
        }
        let of = self.term.of.as_deref();
        if let Some(grain) = date_of_term(words, &self.term.term, of) {
            let allowed = self
                .register
                .deliberation
                .dates(self.heading, Some(self.term));
            let grain = grain.named().map_or(allowed, |grain| grain.min(allowed));
            return (date_kind(grain), format!("a date, delivered by {grain}"));
        }
        if let Some((quantity, reason)) = self.quantity() {
            return (ValueKind::Number(quantity), reason);
        }
        if let Some(noun) = self.noun_with(words.code_nouns) {
            return (ValueKind::Code, format!("`{noun}`"));
        }
        if let Some(money) = self.noun_with(words.money) {
            return (ValueKind::AmountClass, format!("`{money}`"));
        }
        (
            ValueKind::Code,
            "no word says that it is something else".to_owned(),
        )
    }

    /// The kind of something that is delivered in classes: of amounts or numbers, or of something else.
    fn class(&self) -> (ValueKind, String) {
        let money = self.noun_with(self.words.money);
        if let Some(money) = money.or_else(|| self.money_of_heading()) {
            return (ValueKind::AmountClass, format!("`{money}`, in classes"));
        }
        match self.quantity() {
            Some((_, reason)) => (ValueKind::AmountClass, format!("{reason}, in classes")),
            None => (ValueKind::Code, "in classes".to_owned()),
        }
    }

    /// The reason why the phrase has the answers yes and no.
    fn question(&self) -> Option<String> {
        let words = self.words;
        let phrase = bare(words, &self.lower);
        let question = words.yes_no.iter().find(|question| {
            phrase.starts_with(**question)
                || find_word(&self.lower, question).is_some_and(|_| !self.lower.contains('('))
        });
        if let Some(question) = question {
            return Some(format!("`{question}`"));
        }
        let first = self.noun.first().map_or("", String::as_str);
        if words.indicates.contains(&first) {
            return Some(format!("`{first}`"));
        }
        let of = lower_case(self.term.of.as_deref()?);
        if has_word(&of, words.combine) && of.ends_with(words.with.trim_end()) {
            return Some("combined with something, or not".to_owned());
        }
        let state = words
            .state_nouns
            .iter()
            .find(|noun| bare(words, &of).starts_with(**noun))?;
        let siblings = self
            .heading
            .terms
            .iter()
            .filter(|term| term.of == self.term.of);
        let is_adjective = words.without_article(&self.lower).is_none();
        (is_adjective && siblings.count() > 1)
            .then(|| format!("one of several values of `{state}`"))
    }

    /// The quantity that the phrase counts or measures.
    fn quantity(&self) -> Option<(Quantity, String)> {
        let words = self.words;
        if let Some(number) = self.noun_with(words.number_nouns) {
            let counted = self.counted(&number);
            let quantity = if has_word(&self.lower, words.relative_to) {
                Quantity::Ratio
            } else if counted(words.hours) && has_word(&self.lower, words.per_week) {
                Quantity::HoursPerWeek
            } else if counted(words.hours) {
                Quantity::Hours
            } else if counted(words.days) {
                Quantity::Days
            } else if counted(words.weeks) {
                Quantity::Weeks
            } else if counted(words.months_counted) {
                Quantity::Months
            } else {
                Quantity::Count
            };
            return Some((quantity, format!("`{number}`")));
        }
        if let Some(noun) = self.noun_with(words.percentage) {
            return Some((Quantity::Percentage, format!("`{noun}`")));
        }
        let noun = self.noun_with(words.duration)?;
        let unit = if has_word(&self.lower, words.days) {
            Quantity::Days
        } else if has_word(&self.lower, words.weeks) {
            Quantity::Weeks
        } else if has_word(&self.lower, words.hours) {
            Quantity::Hours
        } else {
            Quantity::Months
        };
        Some((unit, format!("`{noun}`; the unit is not certain")))
    }

    /// Returns a check of the words that follow "number of".
    fn counted(&self, number: &str) -> impl Fn(&[&str]) -> bool {
        let behind =
            find_word(&self.lower, number).map_or("", |at| &self.lower[at + number.len()..]);
        let behind = behind.trim_start();
        let behind = without_any(behind, self.words.contracted.iter().copied())
            .unwrap_or(behind)
            .to_owned();
        move |units| units.iter().any(|unit| find_word(&behind, unit) == Some(0))
    }

    /// Returns the first word of the noun that is, or ends with, one of these. In a
    /// language without compounds, only the noun itself counts.
    fn noun_with(&self, nouns: &[&str]) -> Option<String> {
        let is_one = |word: &&String| {
            nouns.iter().any(|noun| {
                if self.words.has_compounds {
                    word.ends_with(noun) || (noun.len() > 3 && word.starts_with(noun))
                } else {
                    **word == *noun
                }
            })
        };
        self.noun.iter().find(is_one).cloned()
    }

    /// Returns the word for money in the title of the heading, if all of the heading is in classes.
    fn money_of_heading(&self) -> Option<String> {
        let words = self.words;
        let title = lower_case(&self.heading.title);
        let is_classed = words.classed.iter().any(|classed| title.contains(classed));
        let noun = noun_words(words, &title);
        let money = noun
            .into_iter()
            .find(|word| words.money.iter().any(|money| word.ends_with(money)));
        money.filter(|_| is_classed)
    }

    fn is_plural(&self) -> bool {
        let plural = &self.words.plural;
        let has_article = without_any(&self.term.term, plural.articles.iter().copied()).is_some();
        let Some(noun) = self.noun.last() else {
            return false;
        };
        let has_end = plural.ends.is_empty() || plural.ends.iter().any(|end| noun.ends_with(end));
        let is_singular = plural.singulars.iter().any(|end| noun.ends_with(end));
        has_article && has_end && !is_singular
    }
}

/// Finds the terms of a heading that are the begin and the end of the same period, by their places under the heading.
///
/// Their phrases differ in the word for the begin or the end only: `the start date of the loan`, `the end date of the loan`.
#[must_use]
pub fn periods(register: &Register, heading: &Heading) -> Vec<(usize, usize)> {
    let Some(words) = Words::of_language(register.deliberation.languages.decision) else {
        return Vec::new();
    };
    let of = |term: &Term, marks: &[&str]| {
        let is_date = date_of_term(words, &term.term, term.of.as_deref()).is_some();
        let rest = without_mark(&term.term, marks).filter(|_| is_date);
        rest.map(|rest| (rest, term.of.clone()))
    };
    let terms = heading.terms.iter();
    let ends: Vec<_> = terms.clone().map(|term| of(term, words.end)).collect();
    let begins = terms.map(|term| of(term, words.begin)).enumerate();
    let pairs = begins.filter_map(|(begin, key)| {
        let key = Some(key?);
        Some((begin, ends.iter().position(|end| *end == key)?))
    });
    pairs.collect()
}

/// Returns a phrase with a gap for the first of these beginnings of a word.
fn without_mark(phrase: &str, marks: &[&str]) -> Option<String> {
    let lower = lower_case(phrase);
    let mut start = 0;
    for word in lower.split_inclusive([' ', '\'', '’']) {
        // The longest one, so that nothing of the mark remains.
        let mark = marks.iter().filter(|mark| word.starts_with(**mark));
        if let Some(mark) = mark.max_by_key(|mark| mark.len()) {
            return Some(format!(
                "{} {}",
                &lower[..start],
                &lower[start + mark.len()..]
            ));
        }
        start += word.len();
    }
    None
}

/// Returns a phrase without the article at its start, in the language of a register.
#[must_use]
pub fn without_article<'t>(register: &Register, phrase: &'t str) -> &'t str {
    let words = Words::of_language(register.deliberation.languages.decision);
    words.map_or(phrase, |words| bare(words, phrase))
}

fn date_kind(grain: Grain) -> ValueKind {
    match grain {
        Grain::Day => ValueKind::Day,
        Grain::Month => ValueKind::YearMonth,
        Grain::Quarter => ValueKind::YearQuarter,
        Grain::Year => ValueKind::Year,
    }
}

fn measurement(phrase: &Phrase<'_>, kind: ValueKind) -> MeasurementLevel {
    match kind {
        ValueKind::SerialNumber => MeasurementLevel::Identifier,
        ValueKind::AmountClass => MeasurementLevel::Ordinal,
        ValueKind::Code if phrase.noun_with(phrase.words.ordered_nouns).is_some() => {
            MeasurementLevel::Ordinal
        }
        ValueKind::Code | ValueKind::Flag | ValueKind::List => MeasurementLevel::Nominal,
        ValueKind::Day
        | ValueKind::YearMonth
        | ValueKind::YearQuarter
        | ValueKind::Year
        | ValueKind::Number(_)
        | ValueKind::Amount
        | ValueKind::OwnQuantity => MeasurementLevel::Metric,
    }
}
