//! The observation window of a decision, as a rule for the observation periods of a block.

use crate::block::{Block, Temporality};
use crate::calendar::ObservationPeriod;
use crate::deliberation::{Deliberation, Window, YearlyStates};
use crate::label::Label;
use crate::language::Language;
use crate::period::{Date, Period};
use crate::value_type::ValueType;

/// The id of the rule that applies to every block with an observation period: see [`Observation::contains`].
pub const OBSERVATION_PERIOD_IN_WINDOW: &str = "observation_period_in_window";

impl Deliberation {
    /// Returns the rule for the observation periods of a block, or `None` if the block has no observation period.
    #[must_use]
    pub fn observation(&self, block: &Block) -> Option<Observation> {
        let column = block.column(block.observation_period.as_deref()?)?;
        let heading = self.heading(&block.paragraph, &block.heading);
        let of_heading = heading.and_then(|heading| heading.yearly_states);
        let of_paragraph = || self.paragraph(&block.paragraph)?.yearly_states;
        let is_state_of_a_year = matches!(column.value_type(), ValueType::Year {})
            && block.temporality == Temporality::Status;
        Some(Observation {
            window: self.window.clone(),
            is_year_end: is_state_of_a_year
                && of_heading.or_else(of_paragraph) == Some(YearlyStates::YearEnd),
        })
    }
}

/// The observation periods that the rows of a block may have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Observation {
    window: Window,
    is_year_end: bool,
}

impl Observation {
    /// Returns true if a row holds the state at the end of its year, 31 December at 24:00: the block holds yearly states, and
    /// its heading or paragraph says [`YearlyStates::YearEnd`].
    #[must_use]
    pub fn is_year_end(&self) -> bool {
        self.is_year_end
    }

    /// Returns true if rows may have `period` as their observation period.
    ///
    /// The period must be within the observation window. One other period is accepted for the state at the end of a year: the
    /// year before a window that begins on 1 January, since the state on 31 December at 24:00 is also the state on the first day of the window.
    #[must_use]
    pub fn contains(&self, period: impl ObservationPeriod) -> bool {
        let (first, last) = (period.first_day(), period.last_day());
        let within = self.window.contains(first, last);
        let year = first.year();
        // By its days: an observation period need not be a type of this crate, and does not name its grain.
        let is_year = (first, last) == (Date::ymd(year, 1, 1), Date::ymd(year, 12, 31));
        let is_before = is_year && year + 1 == self.window.first_year();
        within || (is_before && self.is_year_end && self.begins_with_a_year())
    }

    /// Returns the days on which the codes of a row with this observation period can be read.
    ///
    /// The days of a state at the end of a year reach to 1 January of the next year: it is the state on 31 December at midnight,
    /// which is the state of both days, and a list that begins on 1 January may be the one that the state is coded by.
    #[must_use]
    pub fn code_period(&self, period: impl ObservationPeriod) -> Period {
        if self.is_year_end {
            Period::new(Some(period.first_day()), Some(period.next_day()))
        } else {
            period.period()
        }
    }

    /// Returns the rule [`OBSERVATION_PERIOD_IN_WINDOW`] in words.
    #[must_use]
    pub fn message(&self) -> Label {
        let window = &self.window;
        let (nl, en, fr) = match window.span() {
            Period {
                from: Some(from),
                to: None,
            } => {
                let from = if window.is_of_whole_years() {
                    from.year().to_string()
                } else {
                    from.to_string()
                };
                (
                    format!("de observatieperiode begint niet vóór {from}"),
                    format!("the observation period does not start before {from}"),
                    format!("la période d’observation ne commence pas avant {from}"),
                )
            }
            _ => (
                format!("de observatieperiode ligt in {window}"),
                format!("the observation period lies within {window}"),
                format!("la période d’observation se situe dans {window}"),
            ),
        };
        if !(self.is_year_end && self.begins_with_a_year()) {
            return Label::new([(Language::NL, nl), (Language::EN, en), (Language::FR, fr)]);
        }
        let first = window.first_year();
        let before = first - 1;
        Label::new([
            (
                Language::NL,
                format!("{nl}; of is {before}, waarvan de toestand die op 1 januari {first} is"),
            ),
            (
                Language::EN,
                format!("{en}; or is {before}, whose state is that on 1 January {first}"),
            ),
            (
                Language::FR,
                format!(
                    "{fr}, ou est {before}, dont la situation est celle du 1er janvier {first}"
                ),
            ),
        ])
    }

    /// Returns true if the first day of the window is a 1 January.
    fn begins_with_a_year(&self) -> bool {
        let from = self.window.span().from;
        from.is_some_and(|from| (from.month(), from.day()) == (1, 1))
    }
}
