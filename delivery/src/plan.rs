//! A block, prepared before its rows are read.

use beraad_schema::describe::{
    Block, CodeIndex, Grain, Identity, Model, Observation, Period, Representation, Rule, ValueType,
};
use beraad_schema::{CompiledRule, NearCodes};

use crate::period::period_of;

/// A block, prepared for its checks.
pub(crate) struct BlockPlan<'m> {
    pub(crate) model: &'m Model,
    pub(crate) block: &'m Block,
    pub(crate) columns: Vec<ColumnPlan<'m>>,
    /// The position of the observation period.
    pub(crate) observed: Option<usize>,
    /// The rule for observation periods.
    pub(crate) observation: Option<Observation>,
    /// The period for which rows exist, if it limits the window of the decision.
    pub(crate) valid: Option<Period>,
    pub(crate) rules: Vec<RulePlan<'m>>,
    /// The positions of the columns of the key; `None` if no key is known.
    pub(crate) key: Option<Vec<usize>>,
    /// For each column true if its values are read; otherwise no row has one.
    pub(crate) is_read: Vec<bool>,
}

/// A column, prepared for its checks.
pub(crate) struct ColumnPlan<'m> {
    pub(crate) name: String,
    pub(crate) value_type: &'m ValueType,
    /// The code list, with an index of its texts.
    pub(crate) codes: Option<CodeIndex<'m>>,
    /// The codes of the list, to find those that are nearly one.
    pub(crate) near_codes: NearCodes,
    /// The period for which the variable exists, if it limits the window of the decision.
    pub(crate) valid: Option<Period>,
}

/// A rule, prepared for rows as data.
pub(crate) struct RulePlan<'m> {
    pub(crate) rule: &'m Rule,
    /// `None` if the rule names a column that the block does not have.
    pub(crate) compiled: Option<CompiledRule>,
}

impl<'m> BlockPlan<'m> {
    pub(crate) fn new(model: &'m Model, block: &'m Block) -> Self {
        let window = model.deliberation.window.span();
        let columns: Vec<_> = block
            .columns()
            .into_iter()
            .map(|column| {
                let list = column.code_list().and_then(|id| model.code_list(id));
                let representation = column.value_type().item().representation();
                let list = list.filter(|_| matches!(representation, Representation::Code { .. }));
                let valid = column.variable().map(|variable| variable.valid);
                ColumnPlan {
                    valid: valid.and_then(|valid| limit(valid, window)),
                    value_type: column.value_type(),
                    codes: list.map(CodeIndex::new),
                    near_codes: list.map(NearCodes::of_list).unwrap_or_default(),
                    name: column.name,
                }
            })
            .collect();
        let names: Vec<&str> = columns.iter().map(|column| &*column.name).collect();
        let position = |name: &str| names.iter().position(|it| *it == name);
        let key = match &block.identity {
            Identity::Key(key) => key.iter().map(|name| position(name)).collect(),
            Identity::NoKnownKey(_) => None,
        };
        let lists: Vec<_> = model.code_lists.iter().collect();
        let rules = block.rules.iter().map(|rule| RulePlan {
            rule,
            compiled: CompiledRule::with_code_lists(&rule.expression, &names, &lists).ok(),
        });
        Self {
            model,
            block,
            observed: block.observation_period.as_deref().and_then(position),
            observation: model.deliberation.observation(block),
            valid: limit(block.valid, window),
            rules: rules.collect(),
            key,
            is_read: vec![true; columns.len()],
            columns,
        }
    }

    /// Leaves out all columns but these.
    pub(crate) fn read_only(&mut self, columns: impl IntoIterator<Item = usize>) {
        self.is_read.fill(false);
        for column in columns {
            self.is_read[column] = true;
        }
    }

    /// Returns the position of a column, or an error that names it.
    pub(crate) fn position(&self, name: &str) -> Result<usize, String> {
        let position = self.columns.iter().position(|column| column.name == name);
        position.ok_or_else(|| no_column(&self.block.id, name))
    }

    /// Returns true if nothing is strange about a column with one value: a flag, a column that the delivery has for one period.
    pub(crate) fn is_often_constant(&self, column: usize) -> bool {
        Some(column) == self.observed
            || matches!(
                self.columns[column].value_type.representation(),
                Representation::Flag
            )
    }

    /// Returns true if a column other than that of the observation period has dates.
    pub(crate) fn has_dates(&self) -> bool {
        let mut columns = self.columns.iter().enumerate();
        columns.any(|(place, column)| {
            Some(place) != self.observed && column.value_type.item().grain().is_some()
        })
    }

    /// Returns true if a row of the observation period that begins on this day is in the window, and outside a period of validity.
    pub(crate) fn is_outside(&self, valid: Period, day: i64) -> bool {
        let period = self.grain().and_then(|grain| period_of(grain, day));
        let period = period.zip(self.observation.as_ref());
        period.is_some_and(|(period, observation)| {
            observation.contains(period) && !observation.code_period(period).overlaps(valid)
        })
    }

    /// Returns the precision of the observation periods.
    pub(crate) fn grain(&self) -> Option<Grain> {
        self.columns[self.observed?].value_type.grain()
    }
}

/// Returns a period of validity, unless it has every day of the window.
fn limit(valid: Period, window: Period) -> Option<Period> {
    let starts_before = match (valid.from, window.from) {
        (None, _) => true,
        (Some(_), None) => false,
        (Some(from), Some(first)) => from <= first,
    };
    let ends_after = match (valid.to, window.to) {
        (None, _) => true,
        (Some(_), None) => false,
        (Some(to), Some(last)) => last <= to,
    };
    (!(starts_before && ends_after)).then_some(valid)
}

/// Returns the message about a column that a block does not have.
pub(crate) fn no_column(block: &str, name: &str) -> String {
    format!("block `{block}` has no column `{name}`")
}
