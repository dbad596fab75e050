//! Rows that are made up: of any block, valid, and small when a test fails (feature `proptest`).
//!
//! A row from here is one that serde takes, whose JSON the JSON Schema accepts, and that [`Block::check`] finds nothing wrong
//! with: its rules hold, its codes have a meaning in its observation period, and that lies in the window of the decision.
//! Nothing is written per block; all of it follows from the description.
//!
//! Codes are those of the list in the `model`, so that one with supplied lists gives rows of that delivery. A list that is
//! open, or of which the model has no code, also gives any text that a code may be, the empty one included. Numbers and
//! dates are mostly small and near the observation window, and now and then anywhere between their bounds. Rows know
//! nothing of each other: a person of one is in no other, and keys may repeat.
//!
//! What is arbitrary says nothing of the population: these rows test programs, and are no example of what data look like.
//!
//! Few rows are drawn in vain: where the drawn values break a rule, one of them is moved to where the rule wants it, and
//! where that fails a value is left out.

mod codes;
mod mend;
mod near;
mod plan;

use std::fmt;
use std::sync::Arc;

use proptest::strategy::{BoxedStrategy, Strategy, ValueTree};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use self::mend::Mender;
use self::plan::{Drawn, Plan};
use crate::describe::{self, Model};
use crate::row::{Block, Checks, code_period, row_from_data};
use crate::value::Datum;

/// How many draws may be refused before a row: of a block whose rules can be kept, far fewer are.
const MOST_REFUSED: u32 = 4096;

/// Valid rows of a block, as a strategy of proptest.
///
/// A row shrinks column by column: to null where that is allowed, to fewer values, to the first codes of a list, to the
/// beginning of the observation window, to small numbers; as far as the rules of the block let it.
///
/// ```
/// # use beraad_schema::{Model, Block};
/// use beraad_schema::arbitrary;
/// use proptest::prelude::*;
///
/// // In a test of your own: `fn writes_what_it_reads<R>()`, called once for each block.
/// fn keeps_every_row<R: Block + PartialEq + std::fmt::Debug>(model: &Model) {
///     proptest!(|(row in arbitrary::row::<R>(model))| {
///         let text = serde_json::to_string(&row).unwrap();
///         prop_assert_eq!(serde_json::from_str::<R>(&text).unwrap(), row);
///     });
/// }
/// ```
///
/// # Panics
/// The strategy does not panic, but gives up (as proptest says it, with the name of the block) where next to no row is
/// valid: rules that contradict each other, a closed list without codes in a column that is never null.
pub fn row<R: Block + fmt::Debug>(model: &Model) -> BoxedStrategy<R> {
    let plans = Arc::new(plan::plans::<R>(model));
    let drawn: Vec<BoxedStrategy<Drawn>> = plans.iter().map(Plan::strategy).collect();
    let mender = Mender::new::<R>(Arc::clone(&plans));
    let known = what_rows_need::<R>(model);
    let whence = format!("a row of `{}` that its rules allow", R::ID);
    (drawn, proptest::num::u32::ANY)
        .prop_filter_map(whence, move |(drawn, choice)| {
            let values = assemble::<R>(&plans, &mender, &drawn, choice)?;
            let row: R = row_from_data(values).ok()?;
            Checks::new(&known).check(&row).is_empty().then_some(row)
        })
        .boxed()
}

/// The valid row of a seed.
///
/// The same seed gives the same row, on every machine and in every run, for as long as the description of the block, this
/// crate and proptest stay the same. A new version of any of them may give another row: keep the row where it matters, not
/// its seed. Two seeds may give the same row. Many rows come faster from [`rows_from_seed`].
///
/// ```
/// # use beraad_schema::{Model, Block};
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
/// Where next to no row is valid, as [`row`] says.
#[must_use]
pub fn from_seed<R: Block + fmt::Debug>(model: &Model, seed: u64) -> R {
    let mut rows = rows_from_seed(model, seed);
    rows.next().expect("there is always another row")
}

/// The valid rows of a seed, without end; the first is that of [`from_seed`].
///
/// ```
/// # use beraad_schema::{Model, Block};
/// # fn example<R: Block + std::fmt::Debug>(model: &Model) {
/// let rows: Vec<R> = beraad_schema::arbitrary::rows_from_seed(model, 7).take(1000).collect();
/// # }
/// ```
///
/// # Panics
/// The iterator, where next to no row is valid, as [`row`] says.
pub fn rows_from_seed<R: Block + fmt::Debug>(
    model: &Model,
    seed: u64,
) -> impl Iterator<Item = R> + use<R> {
    let strategy = row::<R>(model);
    (0_u64..).map(move |place| {
        // A generator for each row: how often one was refused does not change the next.
        let mut bytes = [0; 32];
        bytes[..8].copy_from_slice(&seed.to_le_bytes());
        bytes[8..16].copy_from_slice(&place.to_le_bytes());
        let random = TestRng::from_seed(RngAlgorithm::ChaCha, &bytes);
        let config = Config {
            max_local_rejects: MOST_REFUSED,
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

/// The values of a row whose rules hold as far as they can be mended; `None` if a column has no value that it may hold.
fn assemble<R: Block>(
    plans: &[Plan],
    mender: &Mender,
    drawn: &[Drawn],
    choice: u32,
) -> Option<Vec<Datum>> {
    let observed = R::described().observation_period;
    let moment = observed.and_then(|place| {
        let (plan, drawn) = (&plans[place], &drawn[place]);
        let value = (drawn.present || !plan.nullable).then(|| plan.settle(drawn, None))?;
        code_period(R::description().temporality, &value?)
    });
    let settled = plans.iter().zip(drawn);
    let settled = settled.map(|(plan, drawn)| plan.settle(drawn, moment));
    let spare: Vec<Option<Datum>> = settled.collect();
    let mut values = Vec::with_capacity(spare.len());
    for ((plan, drawn), spare) in plans.iter().zip(drawn).zip(&spare) {
        values.push(match spare {
            Some(value) if drawn.present || !plan.nullable => value.clone(),
            _ if plan.nullable => Datum::Null,
            _ => return None,
        });
    }
    mender.mend(&mut values, &spare, moment, choice);
    Some(values)
}

/// A model with what the checks of one block read, and nothing else, so that a strategy can own it.
fn what_rows_need<R: Block>(model: &Model) -> Model {
    let named: Vec<&str> = R::code_lists().iter().map(|list| &*list.id).collect();
    let named = |list: &&describe::CodeList| named.contains(&&*list.id);
    let lists: Vec<_> = model.code_lists.iter().filter(named).cloned().collect();
    let mut needed = Model::new(model.version.clone(), model.deliberation.clone());
    needed.code_lists = lists;
    needed
}
