//! Valid random rows for any block, reproducible from a seed (feature `proptest`).
//!
//! serde accepts every such row, the JSON Schema accepts its JSON, and [`Block::check`] finds no violation in it: its rules hold,
//! its codes have a meaning in its observation period, and the period is in the window of the decision. [`Block::warnings`] finds
//! nothing implausible in it either. No block needs code of its own; everything follows from its description.
//!
//! Codes come from the code lists of the `model`, so that a model with supplied lists gives rows of that delivery. An open list,
//! or a list without codes, also gives any other text that a code may be, including the empty one. Most numbers are small and
//! most dates are near the observation window; some are anywhere within their bounds, as far as that is plausible. Rows are independent of each other: a
//! unit of one row is in no other, and keys may repeat.
//!
//! The rows are made to test programs. They say nothing about the population, and are not an example of real data.
//!
//! Few draws are rejected: if the values of a row violate a rule, the row is repaired.

mod codes;
mod neighbours;
mod draw_plan;
mod repair;

use std::fmt;
use std::sync::Arc;

use proptest::strategy::{BoxedStrategy, Strategy, ValueTree};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use self::draw_plan::{DrawPlan, DrawnCell, draw_plans};
use self::repair::RowRepair;
use crate::describe::{self, Model, Observation};
use crate::row::{Block, Checks, row_from_data};
use crate::value::Datum;

/// The maximum number of draws that may be rejected before a row. If the rules of a block can be satisfied, far fewer are.
const MAX_REJECTS: u32 = 4096;

/// Returns a proptest strategy for valid rows of a block.
///
/// A row shrinks column by column, as far as the rules of the block allow it: to null, to fewer values, to the first codes of a
/// list, to the beginning of the observation window, to small numbers.
///
/// ```
/// # use beraad_schema::{Block, describe::Model};
/// use beraad_schema::arbitrary;
/// use proptest::prelude::*;
///
/// // Called once for each block, in a test of your program.
/// fn rows_survive_the_round_trip<R: Block + PartialEq + std::fmt::Debug>(model: &Model) {
///     proptest!(|(row in arbitrary::row::<R>(model))| {
///         let text = serde_json::to_string(&row).unwrap();
///         prop_assert_eq!(serde_json::from_str::<R>(&text).unwrap(), row);
///     });
/// }
/// ```
///
/// # Panics
/// This function does not panic. The strategy rejects all draws if hardly any row is valid: if rules contradict each other, or a
/// required column has a closed list without codes. proptest then aborts the test, with the name of the block.
pub fn row<R: Block + fmt::Debug>(model: &Model) -> BoxedStrategy<R> {
    let observation = model.deliberation.observation(R::description());
    let plans = Arc::new(draw_plans::<R>(model));
    let cells: Vec<BoxedStrategy<DrawnCell>> = plans.iter().map(DrawPlan::strategy).collect();
    let repair = RowRepair::new::<R>(Arc::clone(&plans));
    // A `BoxedStrategy` is `'static`: it cannot borrow the model.
    let model = model_for_checks::<R>(model);
    let reason = format!("no valid row of `{}`", R::ID);
    (cells, proptest::num::u32::ANY)
        .prop_filter_map(reason, move |(cells, choice)| {
            let values = build_row::<R>(&plans, observation.as_ref(), &repair, &cells, choice)?;
            // The repair only tries. What decides is the constructor of the row and the check that users call.
            let row: R = row_from_data(values).ok()?;
            let checks = Checks::new(&model);
            let is_plausible = checks.check(&row).is_empty() && checks.warnings(&row).is_empty();
            is_plausible.then_some(row)
        })
        .boxed()
}

/// Returns a valid row for a seed.
///
/// A seed always gives the same row, on every machine and in every run, as long as the description of the block, this crate and
/// proptest do not change. A new version of any of them may give another row: to keep a row, store the row and not its seed. Two
/// seeds may give the same row. For many rows, [`rows_from_seed`] is faster.
///
/// ```
/// # use beraad_schema::{Block, describe::Model};
/// # fn example<R: Block + std::fmt::Debug + PartialEq>(model: &Model) {
/// use beraad_schema::arbitrary;
///
/// let row: R = arbitrary::from_seed(model, 7);
/// assert!(row.check(model).is_empty());
/// assert_eq!(row, arbitrary::from_seed(model, 7));
/// # }
/// ```
///
/// # Panics
/// If hardly any row is valid, as [`row`] describes.
#[must_use]
pub fn from_seed<R: Block + fmt::Debug>(model: &Model, seed: u64) -> R {
    let mut rows = rows_from_seed(model, seed);
    rows.next().expect("the iterator does not end")
}

/// Returns an endless iterator over valid rows for a seed. The first row is that of [`from_seed`].
///
/// ```
/// # use beraad_schema::{Block, describe::Model};
/// # fn example<R: Block + std::fmt::Debug>(model: &Model) {
/// let rows: Vec<R> = beraad_schema::arbitrary::rows_from_seed(model, 7).take(1000).collect();
/// # }
/// ```
///
/// # Panics
/// The iterator panics if hardly any row is valid, as [`row`] describes.
pub fn rows_from_seed<R: Block + fmt::Debug>(
    model: &Model,
    seed: u64,
) -> impl Iterator<Item = R> + use<R> {
    let strategy = row::<R>(model);
    (0_u64..).map(move |index| {
        // Each row has a generator of its own, so that rejected draws do not change the next row.
        let mut bytes = [0; 32];
        bytes[..8].copy_from_slice(&seed.to_le_bytes());
        bytes[8..16].copy_from_slice(&index.to_le_bytes());
        let random = TestRng::from_seed(RngAlgorithm::ChaCha, &bytes);
        let config = Config {
            max_local_rejects: MAX_REJECTS,
            failure_persistence: None,
            ..Config::default()
        };
        let mut runner = TestRunner::new_with_rng(config, random);
        match strategy.new_tree(&mut runner) {
            Ok(tree) => tree.current(),
            Err(reason) => panic!("there is no valid row of `{}`: {reason}", R::ID),
        }
    })
}

/// Builds the values of a row, and repairs them; `None` if a required column has no valid value.
fn build_row<R: Block>(
    plans: &[DrawPlan],
    observation: Option<&Observation>,
    repair: &RowRepair,
    cells: &[DrawnCell],
    choice: u32,
) -> Option<Vec<Datum>> {
    // The observation period comes first: it determines which codes are valid in the other columns.
    let code_period = R::described().observation_period.and_then(|index| {
        let (plan, cell) = (&plans[index], &cells[index]);
        let period = plan.has_value(cell).then(|| plan.resolve(cell, None))??;
        match (period, observation) {
            (Datum::Period(period), Some(observation)) => Some(observation.code_period(period)),
            _ => None,
        }
    });
    let drawn = plans.iter().zip(cells);
    // Also for columns that are null in this row: the repair may need a value there.
    let drawn: Vec<Option<Datum>> = drawn
        .map(|(plan, cell)| plan.resolve(cell, code_period))
        .collect();
    let mut row = Vec::with_capacity(drawn.len());
    for ((plan, cell), value) in plans.iter().zip(cells).zip(&drawn) {
        row.push(match value {
            Some(value) if plan.has_value(cell) => value.clone(),
            _ if plan.nullable => Datum::Null,
            _ => return None,
        });
    }
    repair.repair(&mut row, &drawn, code_period, choice);
    Some(row)
}

/// Copies the parts of a model that the checks of one block read, so that a strategy can own them.
fn model_for_checks<R: Block>(model: &Model) -> Model {
    let ids: Vec<&str> = R::code_lists().iter().map(|list| &*list.id).collect();
    let is_used = |list: &&describe::CodeList| ids.contains(&&*list.id);
    let mut used = Model::new(model.version.clone(), model.deliberation.clone());
    used.code_lists = model.code_lists.iter().filter(is_used).cloned().collect();
    used
}
