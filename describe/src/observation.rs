//! The observation window of a decision, as a rule for the observation periods of blocks.

use crate::block::{Block, Temporality};
use crate::calendar::ObservationPeriod;
use crate::deliberation::Deliberation;
use crate::label::Label;
use crate::language::Language;
use crate::period::{Date, Period};
use crate::value_type::ValueType;

/// The id of the rule that applies to every block with an observation period: see [`Deliberation::observes`].
pub const OBSERVATION_PERIOD_IN_WINDOW: &str = "observation_period_in_window";

impl Deliberation {
    /// Returns true if rows of a block with this temporality may have `period` as their observation period.
    ///
    /// The period must be within the observation window. One other period is accepted for a yearly state: the year before a
    /// window that begins on 1 January, since the state on 31 December at 24:00 is also the state on the first day of the window.
    ///
    /// # Panics
    /// As [`window`](Self::window).
    #[must_use]
    pub fn observes(&self, temporality: Temporality, period: impl ObservationPeriod) -> bool {
        let (first, last) = (period.first_day(), period.last_day());
        let within = self.window.contains(first, last);
        let year = first.year();
        // By its days: an observation period need not be a type of this crate, and does not name its grain.
        let is_year = (first, last) == (Date::ymd(year, 1, 1), Date::ymd(year, 12, 31));
        let opens = is_year
            && temporality == Temporality::Status
            && self.window_begins_with_a_year()
            && year + 1 == self.window.first_year();
        within || opens
    }

    /// Returns true if the first day of the window is a 1 January.
    fn window_begins_with_a_year(&self) -> bool {
        let from = self.window.span().from;
        from.is_some_and(|from| (from.month(), from.day()) == (1, 1))
    }

    /// Returns the rule [`OBSERVATION_PERIOD_IN_WINDOW`] in words for a block, or `None` if the block has no observation
    /// period.
    #[must_use]
    pub fn observation_rule(&self, block: &Block) -> Option<Label> {
        let column = block.column(block.observation_period.as_deref()?)?;
        let (nl, en, fr) = match self.window.span() {
            Period {
                from: Some(from),
                to: None,
            } => {
                let from = if self.window.is_of_whole_years() {
                    from.year().to_string()
                } else {
                    from.to_string()
                };
                (
                    format!("de waarnemingsperiode begint niet vóór {from}"),
                    format!("the observation period does not start before {from}"),
                    format!("la période d’observation ne commence pas avant {from}"),
                )
            }
            _ => (
                format!("de waarnemingsperiode ligt in {}", self.window),
                format!("the observation period lies within {}", self.window),
                format!("la période d’observation se situe dans {}", self.window),
            ),
        };
        let is_register_year = matches!(column.value_type(), ValueType::Year {})
            && block.temporality == Temporality::Status
            && self.window_begins_with_a_year();
        Some(if is_register_year {
            let first = self.window.first_year();
            let before = first - 1;
            Label::new([
                (
                    Language::NL,
                    format!(
                        "{nl}; of is {before}, waarvan de toestand die op 1 januari {first} is"
                    ),
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
        } else {
            Label::new([(Language::NL, nl), (Language::EN, en), (Language::FR, fr)])
        })
    }
}
