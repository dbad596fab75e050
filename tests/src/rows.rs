//! Random rows of any block, as rows and as JSON objects.
//!
//! The rows come from `beraad_schema::arbitrary`. This module builds their JSON from the values, without serde, so that a test
//! can compare the JSON of serde with it.

use std::fmt::Debug;

use beraad_schema::describe::{Grain, Model};
use beraad_schema::{Block, Datum, ObservationPeriod, Value, Walk, arbitrary};
use serde_json::{Map, Value as Json, json};

/// A row as JSON.
pub type Object = Map<String, Json>;

/// Returns random rows of a block of the model, which are the same in every run.
#[must_use]
pub fn random<R: Block + Debug>(model: &Model, count: usize) -> Vec<R> {
    arbitrary::rows_from_seed(model, 1).take(count).collect()
}

/// Returns the endless random rows of a seed as JSON.
pub fn objects_from_seed<R: Block + Debug>(
    model: &Model,
    seed: u64,
) -> impl Iterator<Item = Object> + use<R> {
    arbitrary::rows_from_seed::<R>(model, seed).map(|row| to_object(&row))
}

/// Returns a row without nulls and empty lists. Its values come from several rows, so it may violate a rule.
///
/// # Panics
/// Panics if a column is null or empty in a thousand rows.
#[must_use]
pub fn complete_object<R: Block + Debug>(model: &Model, seed: u64) -> Object {
    let mut complete = Object::new();
    let is_empty = |value: &Json| value.is_null() || value.as_array().is_some_and(Vec::is_empty);
    // A single row without nulls may not exist: rules can exclude it.
    for row in objects_from_seed::<R>(model, seed).take(1000) {
        for (column, value) in row {
            let known = complete.entry(column).or_insert(Json::Null);
            if is_empty(known) {
                *known = value;
            }
        }
        if !complete.values().any(is_empty) {
            return complete;
        }
    }
    panic!("a column of `{}` is always empty: {complete:?}", R::ID);
}

/// Returns the values of a row in the order of its columns.
#[must_use]
pub fn values<R: Block>(row: &R) -> Vec<Datum> {
    struct Values<'r, R>(&'r R, Vec<Datum>);
    impl<R> Walk<R> for Values<'_, R> {
        fn field<T: Value>(&mut self, get: impl Fn(&R) -> &T + Copy) {
            self.1.push(get(self.0).datum());
        }
    }
    let mut values = Values(row, Vec::new());
    R::walk(&mut values);
    values.1
}

fn to_object<R: Block>(row: &R) -> Object {
    let names = R::column_names().iter().map(|name| (*name).to_owned());
    names.zip(values(row).iter().map(to_json)).collect()
}

/// Returns a value as JSON.
///
/// # Panics
/// Never: every number that a row holds has digits that parse.
#[must_use]
pub fn to_json(value: &Datum) -> Json {
    match value {
        Datum::Null => Json::Null,
        Datum::Flag(flag) => json!(flag),
        Datum::Whole(number) => json!(number),
        Datum::Scaled { units, decimals } => {
            // The number is parsed from its digits, so that no computation with doubles can change it.
            let scale = 10_u64.pow(u32::from(*decimals));
            let sign = if *units < 0 { "-" } else { "" };
            let number = units.unsigned_abs();
            let (whole, rest) = (number / scale, number % scale);
            let digits = format!(
                "{sign}{whole}.{rest:0width$}",
                width = usize::from(*decimals)
            );
            json!(digits.parse::<f64>().expect("digits and a point"))
        }
        Datum::Period(period) => match period.grain() {
            Grain::Year => json!(period.first_day().year()),
            Grain::Quarter | Grain::Month | Grain::Day => json!(period.to_string()),
        },
        Datum::Code(text) => json!(text.as_str()),
        Datum::List(items) => items.iter().map(to_json).collect(),
    }
}
