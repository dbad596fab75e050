//! Made-up rows of any block as JSON objects.
//!
//! The rows are those of `beraad_schema::arbitrary`; their JSON is written here from the values, and not by serde, so that
//! a test of serde has something to hold it against.

use std::fmt::Debug;

use beraad_schema::describe::{DECIMALS, Grain, Model};
use beraad_schema::{Block, Datum, ObservationPeriod, Value, Walk, arbitrary};
use serde_json::{Map, Value as Json, json};

/// A row in JSON.
pub type Object = Map<String, Json>;

/// Rows of a block of the model; the same ones each time.
#[must_use]
pub fn made<R: Block + Debug>(model: &Model, count: usize) -> Vec<R> {
    arbitrary::rows_from_seed(model, 1).take(count).collect()
}

/// The rows of a seed, without end.
pub fn of_seed<R: Block + Debug>(
    model: &Model,
    seed: u64,
) -> impl Iterator<Item = Object> + use<R> {
    arbitrary::rows_from_seed::<R>(model, seed).map(|row| object(&row))
}

/// A row in which nothing is null and no list is empty. Its values come from several rows, so that it may break a rule.
///
/// # Panics
/// If a column is never anything else in a thousand rows.
#[must_use]
pub fn full<R: Block + Debug>(model: &Model, seed: u64) -> Object {
    let mut full = Object::new();
    let is_empty = |value: &Json| value.is_null() || value.as_array().is_some_and(Vec::is_empty);
    for row in of_seed::<R>(model, seed).take(1000) {
        for (column, value) in row {
            let known = full.entry(column).or_insert(Json::Null);
            if is_empty(known) {
                *known = value;
            }
        }
        if !full.values().any(is_empty) {
            return full;
        }
    }
    panic!("a column of `{}` is always empty: {full:?}", R::ID);
}

/// The values of a row, in the order of its columns.
#[must_use]
pub fn data<R: Block>(row: &R) -> Vec<Datum> {
    struct Data<'r, R>(&'r R, Vec<Datum>);
    impl<R> Walk<R> for Data<'_, R> {
        fn field<T: Value>(&mut self, get: impl Fn(&R) -> &T + Copy) {
            self.1.push(get(self.0).datum());
        }
    }
    let mut data = Data(row, Vec::new());
    R::walk(&mut data);
    data.1
}

fn object<R: Block>(row: &R) -> Object {
    let names = R::column_names().iter().map(|name| (*name).to_owned());
    names.zip(data(row).iter().map(value)).collect()
}

/// A value in JSON.
///
/// # Panics
/// If it is of a sort that has no form here.
#[must_use]
pub fn value(of: &Datum) -> Json {
    match of {
        Datum::Null => Json::Null,
        Datum::Flag(flag) => json!(flag),
        Datum::Whole(number) => json!(number),
        Datum::Scaled(number) => {
            // As digits, so that no computation in doubles stands between the number and its JSON.
            let scale = 10_u64.pow(u32::from(DECIMALS));
            let sign = if *number < 0 { "-" } else { "" };
            let number = number.unsigned_abs();
            let (whole, rest) = (number / scale, number % scale);
            let digits = format!(
                "{sign}{whole}.{rest:0width$}",
                width = usize::from(DECIMALS)
            );
            json!(digits.parse::<f64>().expect("digits and a point"))
        }
        Datum::Period(period) => match period.grain() {
            Grain::Year => json!(period.first_day().year()),
            Grain::Quarter | Grain::Month => json!(period.to_string()),
        },
        Datum::Code(text) => json!(text.as_str()),
        Datum::List(items) => items.iter().map(value).collect(),
    }
}
