//! The constraints of a model, prepared before rows are read.

use std::collections::BTreeMap;

use beraad_schema::describe::{
    Condition, Constraint, Date, Grain, Model, Operand, Representation, RowExists, Severity,
    ValueType,
};
use serde::Serialize;

use crate::column::{Column, INVALID, VALUE, Values};
use crate::known_rows::{KnownSet, Set};
use crate::part::Part;
use crate::plan::{BlockPlan, no_column};
use crate::row_hash::row_hashes;

/// A constraint that was not computed in a block.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct ConstraintNotComputed {
    /// The id of the constraint.
    pub constraint: String,
    /// The id of the block.
    pub block: String,
    /// The reason.
    pub reason: String,
}

/// The constraints that a check computes.
pub(crate) struct Constraints<'m> {
    /// By the id of the block.
    pub(crate) probes: BTreeMap<&'m str, Vec<Probe<'m>>>,
    /// The rows that must be known, by the id of their block.
    pub(crate) sets: BTreeMap<&'m str, Vec<Set>>,
    pub(crate) not_computed: Vec<ConstraintNotComputed>,
}

/// A constraint at one of its columns.
pub(crate) struct Probe<'m> {
    pub(crate) constraint: &'m Constraint,
    constrained: Presence,
    test: Test<'m>,
}

enum Test<'m> {
    /// The row that is demanded is in this set.
    RowExists {
        block: &'m str,
        set: usize,
        /// The positions of the columns that have the values, in the order of the set.
        columns: Vec<usize>,
        /// The column and the code of rows that are left out.
        except: Option<(usize, &'m str)>,
    },
    NoneOf(Vec<Presence>),
    Age {
        birth: usize,
        at: usize,
        min: i64,
        max: i64,
    },
}

impl<'m> Constraints<'m> {
    /// Prepares the constraints of these blocks, which have files.
    ///
    /// `has_file` returns true for a block with files, also if it is not one of these.
    pub(crate) fn new(
        model: &'m Model,
        plans: &[BlockPlan<'m>],
        has_file: impl Fn(&str) -> bool,
    ) -> Self {
        let mut constraints = Self {
            probes: BTreeMap::new(),
            sets: BTreeMap::new(),
            not_computed: Vec::new(),
        };
        for plan in plans {
            for constraint in &model.constraints {
                for name in constraint.columns_in(plan.block) {
                    constraints.add(constraint, plan, &name, &has_file);
                }
            }
        }
        constraints.not_computed.dedup();
        constraints
    }

    fn add(
        &mut self,
        constraint: &'m Constraint,
        plan: &BlockPlan<'m>,
        name: &str,
        has_file: &impl Fn(&str) -> bool,
    ) {
        let test = match &constraint.condition {
            None => Err("it has no condition that a program computes".to_owned()),
            Some(Condition::RowExists(row)) => self.row_exists(row, plan, name, has_file),
            Some(Condition::NoneOf(names)) => {
                let columns: Result<_, _> =
                    names.iter().map(|name| Presence::of(plan, name)).collect();
                columns.map(Test::NoneOf)
            }
            Some(Condition::Age(age)) => {
                let years = |name| {
                    let column = plan.position(name)?;
                    let grain = plan.columns[column].value_type.grain();
                    grain
                        .map(|_| column)
                        .ok_or_else(|| format!("column `{name}` has no dates"))
                };
                let tolerance = i64::from(age.tolerance);
                years(&age.birth).and_then(|birth| {
                    Ok(Test::Age {
                        birth,
                        at: years(&age.at)?,
                        min: i64::from(age.min) - tolerance,
                        max: i64::from(age.max) + tolerance,
                    })
                })
            }
        };
        let test = test.and_then(|test| Ok((test, Presence::of(plan, name)?)));
        match test {
            Ok((test, constrained)) => {
                let probes = self.probes.entry(&plan.block.id).or_default();
                probes.push(Probe {
                    constraint,
                    constrained,
                    test,
                });
            }
            Err(reason) => self.not_computed.push(ConstraintNotComputed {
                constraint: constraint.id.to_string(),
                block: plan.block.id.to_string(),
                reason,
            }),
        }
    }

    fn row_exists(
        &mut self,
        row: &'m RowExists,
        plan: &BlockPlan<'m>,
        name: &str,
        has_file: &impl Fn(&str) -> bool,
    ) -> Result<Test<'m>, String> {
        // A block that was not asked for is read for its constraints all the same.
        let other = plan
            .model
            .block(&row.block)
            .filter(|_| has_file(&row.block));
        let other = other.ok_or_else(|| format!("block `{}` has no file", row.block))?;
        let others = other.columns();
        let mut set = Set {
            columns: Vec::new(),
            flags: Vec::new(),
        };
        let mut columns = Vec::new();
        for equal in row.equal.iter() {
            let column = others.iter().position(|it| it.name == equal.column);
            let column = column.ok_or_else(|| no_column(&other.id, &equal.column))?;
            let own = match &equal.to {
                Operand::Flag(flag) => {
                    set.flags.push((column, *flag));
                    continue;
                }
                Operand::Constrained => plan.position(name)?,
                Operand::Column(name) => plan.position(name)?,
            };
            if kind(plan.columns[own].value_type) != kind(others[column].value_type()) {
                return Err(format!(
                    "the values of `{}.{}` and `{}.{}` have different types",
                    plan.block.id, plan.columns[own].name, row.block, equal.column
                ));
            }
            set.columns.push(column);
            columns.push(own);
        }
        let constrained = format!("{}.{name}", plan.block.id);
        let mut exceptions = row.except.iter();
        let except = match exceptions.find(|it| *it.column == *constrained) {
            Some(exception) => Some((plan.position(&exception.because)?, &*exception.code)),
            None => None,
        };
        let sets = self.sets.entry(&row.block).or_default();
        let known = sets.iter().position(|it| *it == set);
        let set = known.unwrap_or_else(|| {
            sets.push(set);
            sets.len() - 1
        });
        Ok(Test::RowExists {
            block: &row.block,
            set,
            columns,
            except,
        })
    }

    /// Removes the constraints that demand rows of this block, for a reason.
    pub(crate) fn remove_those_with_rows_of(&mut self, block: &str, reason: &str) {
        for (id, probes) in &mut self.probes {
            probes.retain(|probe| {
                let is_of =
                    matches!(&probe.test, Test::RowExists { block: of, .. } if *of == block);
                if is_of {
                    self.not_computed.push(ConstraintNotComputed {
                        constraint: probe.constraint.id.to_string(),
                        block: (*id).to_owned(),
                        reason: reason.to_owned(),
                    });
                }
                !is_of
            });
        }
        self.not_computed.dedup();
    }

    /// Returns true if a check computes a constraint of this severity in a block.
    pub(crate) fn has(&self, block: &str, severity: Severity) -> bool {
        let probes = self.probes.get(block);
        probes.is_some_and(|probes| probes.iter().any(|it| it.constraint.severity == severity))
    }
}

impl Probe<'_> {
    /// Returns the position of the constrained column.
    pub(crate) fn column(&self) -> usize {
        self.constrained.column
    }

    /// Returns the rows that do not meet the constraint.
    pub(crate) fn violating_rows(
        &self,
        part: &Part,
        known: &BTreeMap<&str, Vec<KnownSet>>,
    ) -> Vec<usize> {
        let rows = 0..part.rows();
        match &self.test {
            Test::RowExists {
                block,
                set,
                columns,
                except,
            } => {
                let Some(known) = known.get(block).and_then(|sets| sets.get(*set)) else {
                    return Vec::new();
                };
                let columns: Vec<_> = columns.iter().map(|it| &part.columns[*it]).collect();
                let hashes = row_hashes(&columns, part.rows());
                let may_be_known = known.may_contain(&columns, part.rows());
                let except = except.map(|(column, code)| (&part.columns[column], code));
                let mut last: Option<(u64, bool)> = None;
                let rows = rows.filter(|row| {
                    let Some(hash) = hashes[*row] else {
                        return false;
                    };
                    // An exception that cannot be read may be this one.
                    let is_excepted = except.is_some_and(|(column, code)| {
                        column.states[*row] == INVALID || column.code(*row) == Some(code)
                    });
                    if !self.constrained.is_in(part, *row) || is_excepted || may_be_known[*row] {
                        return false;
                    }
                    // Rows of one unit are often together.
                    match last {
                        Some((last, is_known)) if last == hash => !is_known,
                        _ => {
                            let is_known = known.contains(hash);
                            last = Some((hash, is_known));
                            !is_known
                        }
                    }
                });
                rows.collect()
            }
            Test::NoneOf(columns) => rows
                .filter(|row| {
                    self.constrained.is_in(part, *row)
                        && columns.iter().any(|it| it.is_in(part, *row))
                })
                .collect(),
            Test::Age {
                birth,
                at,
                min,
                max,
            } => {
                let year = |column: &Column, row: usize| {
                    let day = column.numbers()?[row];
                    (column.states[row] == VALUE).then(|| year_of(day))
                };
                rows.filter(|row| {
                    let birth = year(&part.columns[*birth], *row);
                    let at = year(&part.columns[*at], *row);
                    self.constrained.is_in(part, *row)
                        && birth
                            .zip(at)
                            .is_some_and(|(birth, at)| !(*min..=*max).contains(&(at - birth)))
                })
                .collect()
            }
        }
    }
}

/// A column of which a row has a value or not.
#[derive(Clone, Copy)]
struct Presence {
    column: usize,
    is_flag: bool,
}

impl Presence {
    fn of(plan: &BlockPlan<'_>, name: &str) -> Result<Self, String> {
        let column = plan.position(name)?;
        let representation = plan.columns[column].value_type.representation();
        Ok(Self {
            column,
            is_flag: matches!(representation, Representation::Flag),
        })
    }

    /// Returns true if a row has a value: a flag is true, and a list has an item.
    fn is_in(self, part: &Part, row: usize) -> bool {
        let column = &part.columns[self.column];
        column.states[row] == VALUE
            && match &column.values {
                Values::Lists { rows, .. } => rows.binary_search(&row).is_ok(),
                Values::Numbers(numbers) => !self.is_flag || numbers[row] != 0,
                Values::Codes { .. } => true,
            }
    }
}

/// The kind of the values of a column: values of two kinds are never equal.
#[derive(PartialEq, Eq)]
enum Kind {
    Period(Grain),
    Number { decimals: u8 },
    Flag,
    Code,
    List,
}

fn kind(value_type: &ValueType) -> Kind {
    if let Some(grain) = value_type.grain() {
        return Kind::Period(grain);
    }
    match value_type.representation() {
        Representation::Whole { .. } => Kind::Number { decimals: 0 },
        Representation::Decimal { decimals, .. } => Kind::Number { decimals },
        Representation::Period(grain) => Kind::Period(grain),
        Representation::Flag => Kind::Flag,
        Representation::Code { .. } => Kind::Code,
        Representation::List { .. } => Kind::List,
    }
}

/// Returns the year of a day from 1 January 1970.
fn year_of(day: i64) -> i64 {
    let day = i32::try_from(day).unwrap_or_default();
    i64::from(Date::from_epoch_days(day).year())
}
