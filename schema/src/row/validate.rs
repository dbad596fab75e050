//! What is wrong with a row, by the description alone: its rules, its codes at their moment, its observation period.

use std::fmt;
use std::marker::PhantomData;

use crate::describe::{
    self, Deliberation, Label, Model, OBSERVATION_PERIOD_IN_WINDOW, Period, ReadAt, Temporality,
    Text,
};
use crate::row::{Block, Walk};
use crate::value::{Datum, ObservationPeriod, Value};

/// Something that is wrong with a row. It never holds a value of the row, which may be about a person.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Violation {
    /// The id of the block.
    pub block: &'static str,
    /// What is violated.
    pub kind: ViolationKind,
    /// What should hold.
    pub message: Label,
}

/// What a row violates.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ViolationKind {
    /// A rule of the block.
    Rule {
        /// The id of the rule.
        id: Text,
    },
    /// A list rejects a code of this column.
    UnknownCode {
        /// The name of the column.
        column: &'static str,
        /// The id of the list.
        list: Text,
    },
    /// A code of this column has no meaning in the observation period of the row.
    CodeWithoutMeaning {
        /// The name of the column.
        column: &'static str,
        /// The id of the list.
        list: Text,
    },
    /// The observation period lies outside the window of the decision.
    OutsideWindow {
        /// The name of the column.
        column: &'static str,
    },
}

impl ViolationKind {
    /// The id of what is violated: that of a rule, else a word that is the same for every block.
    #[must_use]
    pub fn id(&self) -> &str {
        match self {
            Self::Rule { id } => id,
            Self::UnknownCode { .. } => "unknown_code",
            Self::CodeWithoutMeaning { .. } => "code_without_meaning",
            Self::OutsideWindow { .. } => OBSERVATION_PERIOD_IN_WINDOW,
        }
    }

    /// The column, unless it is a rule, which may be about several.
    #[must_use]
    pub fn column(&self) -> Option<&'static str> {
        match self {
            Self::Rule { .. } => None,
            Self::UnknownCode { column, .. }
            | Self::CodeWithoutMeaning { column, .. }
            | Self::OutsideWindow { column } => Some(column),
        }
    }
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.block)?;
        if let Some(column) = self.kind.column() {
            write!(f, ".{column}")?;
        }
        write!(f, ": {}: {}", self.kind.id(), self.message.en)
    }
}

/// The checks of the rows of one block, with everything looked up that is the same for all of them.
///
/// For one row there is [`Block::check`].
#[derive(Debug)]
pub struct Checks<'m, R> {
    deliberation: &'m Deliberation,
    codes: Vec<CodeColumn<'m>>,
    row: PhantomData<fn(&R)>,
}

#[derive(Debug)]
struct CodeColumn<'m> {
    place: usize,
    list: &'m describe::CodeList,
}

impl<'m, R: Block> Checks<'m, R> {
    /// The checks by the code lists and the observation window of a model.
    ///
    /// A list that the model does not have is taken as the type has it.
    #[must_use]
    pub fn new(model: &'m Model) -> Self {
        let own = R::code_lists();
        let list = |id: &str| {
            let of_type = || own.iter().copied().find(|list| list.id == id);
            model.code_list(id).or_else(of_type)
        };
        let columns = R::description().columns();
        let codes = columns.iter().enumerate().filter_map(|(place, column)| {
            let list = list(column.value_type().code_list()?)?;
            let checked = list.rejects_unknown_codes() || list.read_at == ReadAt::ObservationPeriod;
            (checked && !list.is_reference_only()).then_some(CodeColumn { place, list })
        });
        Self {
            deliberation: &model.deliberation,
            codes: codes.collect(),
            row: PhantomData,
        }
    }

    /// What is wrong with a row: the observation period first, then rules, then codes, in the order of the description.
    #[must_use]
    pub fn check(&self, row: &R) -> Vec<Violation> {
        let described = R::described();
        let block = &described.block;
        let mut data = Data {
            row,
            values: Vec::with_capacity(described.names.len()),
        };
        R::walk(&mut data);
        let values = data.values;
        let observed = described.observation_period;
        let mut violations = Vec::new();
        let mut found = |kind, message| {
            violations.push(Violation {
                block: R::ID,
                kind,
                message,
            });
        };

        if let Some(place) = observed
            && self.lies_outside(block.temporality, &values[place])
        {
            let column = described.names[place];
            let message = self.deliberation.observation_rule(block);
            let message = message.unwrap_or_else(|| Label::new("", ""));
            found(ViolationKind::OutsideWindow { column }, message);
        }
        for (rule, condition) in block.rules.iter().zip(&described.conditions) {
            if condition.holds(&values) == Some(false) {
                let id = rule.id.clone();
                found(ViolationKind::Rule { id }, rule.message.clone());
            }
        }
        let moment = observed.and_then(|place| moment(block.temporality, &values[place]));
        for CodeColumn { place, list } in &self.codes {
            let (column, list_id) = (described.names[*place], list.id.clone());
            match wrong_code(list, moment, &values[*place]) {
                None => {}
                Some(Wrong::Unknown) => found(
                    ViolationKind::UnknownCode {
                        column,
                        list: list_id,
                    },
                    Label::new(
                        format!("elke code staat in de lijst {}", list.id),
                        format!("each code is one of the list {}", list.id),
                    ),
                ),
                Some(Wrong::WithoutMeaning) => found(
                    ViolationKind::CodeWithoutMeaning {
                        column,
                        list: list_id,
                    },
                    Label::new(
                        format!(
                            "elke code heeft in de waarnemingsperiode een betekenis in de lijst {}",
                            list.id
                        ),
                        format!(
                            "each code has a meaning in the observation period by the list {}",
                            list.id
                        ),
                    ),
                ),
            }
        }
        violations
    }

    fn lies_outside(&self, temporality: Temporality, period: &Datum) -> bool {
        let observes = match period {
            Datum::Year(year) => self.deliberation.observes(temporality, *year),
            Datum::YearQuarter(quarter) => self.deliberation.observes(temporality, *quarter),
            Datum::YearMonth(month) => self.deliberation.observes(temporality, *month),
            _ => true,
        };
        !observes
    }
}

/// What is wrong with a code.
pub(crate) enum Wrong {
    Unknown,
    WithoutMeaning,
}

/// What is wrong with the first wrong code of a column; of several values that are wrong, one message it.
pub(crate) fn wrong_code(
    list: &describe::CodeList,
    moment: Option<Period>,
    value: &Datum,
) -> Option<Wrong> {
    match value {
        Datum::List(items) => items.iter().find_map(|item| wrong_code(list, moment, item)),
        Datum::Code(text) => match list.find(text.as_str()) {
            None => list.rejects_unknown_codes().then_some(Wrong::Unknown),
            Some(code) => {
                let period = moment.filter(|_| list.read_at == ReadAt::ObservationPeriod)?;
                let meaningless = !code.meanings.is_empty() && !code.is_valid(period);
                meaningless.then_some(Wrong::WithoutMeaning)
            }
        },
        _ => None,
    }
}

/// The days at which the codes of a row may be read.
///
/// Of a register year they reach to 1 January of the next: its state is that of 31 December at midnight, which is the
/// state of both days, and a list that begins on the second may be the one that it is coded by.
pub(crate) fn moment(temporality: Temporality, observed: &Datum) -> Option<Period> {
    match observed {
        Datum::Year(year) => Some(match temporality {
            Temporality::Status => Period::new(Some(year.first_day()), Some(year.next_day())),
            _ => year.period(),
        }),
        Datum::YearQuarter(quarter) => Some(quarter.period()),
        Datum::YearMonth(month) => Some(month.period()),
        _ => None,
    }
}

/// The values of a row, in the order of its columns.
struct Data<'r, R> {
    row: &'r R,
    values: Vec<Datum>,
}

impl<R> Walk<R> for Data<'_, R> {
    fn field<T: Value>(&mut self, get: impl Fn(&R) -> &T + Copy) {
        self.values.push(get(self.row).datum());
    }
}
