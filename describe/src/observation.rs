//! The observation window of a decision, as a rule for the observation periods of blocks.

use crate::block::{Block, Temporality, label_with_french};
use crate::calendar::ObservationPeriod;
use crate::deliberation::Deliberation;
use crate::label::Label;
use crate::period::Date;
use crate::value_type::ValueType;

/// The id of the rule that applies to every block with an observation period: see [`Deliberation::observes`].
pub const OBSERVATION_PERIOD_IN_WINDOW: &str = "observation_period_in_window";

impl Deliberation {
    /// Returns true if rows of a block with this temporality may have `period` as their observation period.
    ///
    /// The period must be within the observation window. One other period is accepted for a yearly state: the year before
    /// the window, since the state on 31 December at 24:00 is also the state on the first day of the window.
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

    /// Returns the rule [`OBSERVATION_PERIOD_IN_WINDOW`] in words for a block, or `None` if the block has no observation
    /// period.
    #[must_use]
    pub fn observation_rule(&self, block: &Block) -> Option<Label> {
        let column = block.column(block.observation_period.as_deref()?)?;
        let (first, last) = (self.first_year, self.last_year);
        let nl = format!("de waarnemingsperiode ligt in {first}-{last}");
        let en = format!("the observation period lies within {first}-{last}");
        let fr = format!("la période d’observation se situe entre {first} et {last}");
        let is_register_year = matches!(column.value_type(), ValueType::Year {})
            && block.temporality == Temporality::Status;
        Some(if is_register_year {
            let before = first - 1;
            label_with_french(
                format!("{nl}; of is {before}, waarvan de toestand die op 1 januari {first} is"),
                format!("{en}; or is {before}, whose state is that on 1 January {first}"),
                format!(
                    "{fr}, ou est {before}, dont la situation est celle du 1er janvier {first}"
                ),
            )
        } else {
            label_with_french(nl, en, fr)
        })
    }
}
