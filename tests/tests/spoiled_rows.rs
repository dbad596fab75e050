//! serde and JSON Schema held against each other over made-up rows: what is valid, what has one mistake, and anything else.

use std::fmt::Debug;

use beraad_model::ksz::{Household, UnemploymentPayment};
use beraad_model::vdab::Trajectory;
use beraad_model::{for_each_block, model};
use beraad_schema::describe::{CodeList, Column};
use beraad_schema::{Block, arbitrary, json_schema};
use beraad_tests::rows::Object;
use beraad_tests::{rows, spoiled};
use jsonschema::{Validator, draft202012};
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngAlgorithm, TestError, TestRng, TestRunner};
use serde_json::{Value as Json, json};

/// Rows of each block that a property is tried on.
const CASES: u32 = 48;

/// Tries a property on the same values in every run, and says the smallest that breaks it.
fn holds<S: Strategy>(
    of: &str,
    strategy: &S,
    property: impl Fn(S::Value) -> Result<(), TestCaseError>,
) {
    let config = Config {
        cases: CASES,
        failure_persistence: None,
        ..Config::default()
    };
    let random = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    match TestRunner::new_with_rng(config, random).run(strategy, property) {
        Ok(()) => {}
        Err(TestError::Fail(reason, value)) => panic!("{of}: {reason}: {value:?}"),
        Err(TestError::Abort(reason)) => panic!("{of}: {reason}"),
    }
}

/// Both judges of rows of one block.
struct Judges {
    schema: Validator,
    /// The model's own, which may know of more lists than the type does.
    of_model: Validator,
}

impl Judges {
    fn of<R: Block>() -> Self {
        let block = model().block(R::ID).unwrap();
        Self {
            schema: draft202012::new(&json_schema::schema_of::<R>().to_value()).unwrap(),
            of_model: draft202012::new(&json_schema::schema(model(), block).to_value()).unwrap(),
        }
    }

    /// Whether serde and the schemas take the row, each.
    fn say<R: Block>(&self, row: &Object) -> [(&'static str, bool); 4] {
        let json = Json::Object(row.clone());
        let text = json.to_string();
        [
            ("serde, of a text", serde_json::from_str::<R>(&text).is_ok()),
            ("the schema of the type", self.schema.is_valid(&json)),
            ("the schema of the model", self.of_model.is_valid(&json)),
            (
                "serde, of a tree",
                serde_json::from_value::<R>(json).is_ok(),
            ),
        ]
    }

    fn refuse<R: Block>(&self, row: &Object, what: &str) -> Result<(), TestCaseError> {
        for (judge, takes) in self.say::<R>(row) {
            prop_assert!(!takes, "{judge} takes {what}: {}", json!(row));
        }
        Ok(())
    }
}

fn object<R: Block>(row: &R) -> Object {
    match serde_json::to_value(row) {
        Ok(Json::Object(object)) => object,
        other => panic!("a row is written as an object, and not as {other:?}"),
    }
}

/// The column that an index means.
fn column<R: Block>(index: Index) -> Column<'static> {
    let mut columns = R::description().columns();
    columns.swap_remove(index.index(columns.len()))
}

#[test]
fn what_serde_writes_passes_and_is_read_back() {
    fn check<R: Block + PartialEq + Debug>() {
        let judges = Judges::of::<R>();
        holds(R::ID, &arbitrary::row::<R>(model()), |row| {
            let written = object(&row);
            for (judge, takes) in judges.say::<R>(&written) {
                prop_assert!(takes, "{judge}");
            }
            let read: R = serde_json::from_value(Json::Object(written)).unwrap();
            prop_assert_eq!(read, row);
            Ok(())
        });
    }
    for_each_block!(|B| check::<B>());
}

#[test]
fn a_value_with_one_mistake_is_refused() {
    fn check<R: Block + Debug>() {
        let judges = Judges::of::<R>();
        let cases = (arbitrary::row::<R>(model()), any::<Index>(), any::<Index>());
        holds(R::ID, &cases, |(row, place, mistake)| {
            let column = column::<R>(place);
            let mistakes = spoiled::values(model(), &column);
            let (what, value) = mistake.get(&mistakes).clone();
            let mut row = object(&row);
            row.insert(column.name.clone(), value);
            judges.refuse::<R>(&row, &format!("{what} as `{}`", column.name))
        });
    }
    for_each_block!(|B| check::<B>());
}

#[test]
fn a_list_with_one_wrong_item_is_refused() {
    fn check<R: Block + Debug>() {
        let judges = Judges::of::<R>();
        let columns = R::description().columns();
        let lists: Vec<_> = columns
            .iter()
            .filter(|it| it.value_type().is_list())
            .collect();
        if lists.is_empty() {
            return;
        }
        let cases = (
            arbitrary::row::<R>(model()),
            any::<Index>(),
            any::<Index>(),
            any::<Index>(),
        );
        holds(R::ID, &cases, |(row, list, mistake, place)| {
            let column = list.get(&lists);
            let mut row = object(&row);
            let Json::Array(items) = &mut row[&column.name] else {
                return Err(TestCaseError::fail("a list is written as an array"));
            };
            let mistakes: Vec<_> = spoiled::values(model(), column)
                .into_iter()
                .filter_map(|(what, value)| Some((what, value.as_array()?.first()?.clone())))
                .collect();
            prop_assert!(mistakes.len() >= 5);
            let (what, item) = mistake.get(&mistakes).clone();
            items.insert(place.index(items.len() + 1), item);
            judges.refuse::<R>(&row, &format!("{what} among `{}`", column.name))
        });
    }
    for_each_block!(|B| check::<B>());
}

/// A mistake in the columns themselves.
#[derive(Clone, Copy, Debug)]
enum Columns {
    /// One that is never null is not there.
    Missing,
    /// One that the block does not have is there.
    Unknown,
    /// One is written in capitals.
    Capitals,
    /// One has a space behind its name.
    Space,
}

#[test]
fn a_mistake_in_the_columns_is_refused() {
    fn check<R: Block + Debug>() {
        let judges = Judges::of::<R>();
        let mistakes = prop_oneof![
            Just(Columns::Missing),
            Just(Columns::Unknown),
            Just(Columns::Capitals),
            Just(Columns::Space),
        ];
        let never_null: Vec<_> = R::description()
            .columns()
            .into_iter()
            .filter(|column| !column.nullable())
            .collect();
        assert!(!never_null.is_empty(), "`{}` can be empty", R::ID);
        let unknown = "[a-z_]{0,12}".prop_filter("a name of no column", |name| {
            !R::column_names().contains(&&**name)
        });
        let cases = (
            arbitrary::row::<R>(model()),
            any::<Index>(),
            mistakes,
            unknown,
        );
        holds(R::ID, &cases, |(row, place, mistake, unknown)| {
            let mut row = object(&row);
            let column = column::<R>(place).name;
            match mistake {
                Columns::Missing => {
                    row.remove(&place.get(&never_null).name);
                }
                Columns::Unknown => {
                    row.insert(unknown, Json::Null);
                }
                Columns::Capitals => {
                    let value = row.remove(&column).unwrap_or_default();
                    row.insert(column.to_uppercase(), value);
                }
                Columns::Space => {
                    let value = row.remove(&column).unwrap_or_default();
                    row.insert(format!("{column} "), value);
                }
            }
            judges.refuse::<R>(&row, &format!("{mistake:?}"))
        });
    }
    for_each_block!(|B| check::<B>());
}

#[test]
fn a_column_that_may_be_null_may_be_left_out() {
    fn check<R: Block + PartialEq + Debug>() {
        let judges = Judges::of::<R>();
        let cases = (arbitrary::row::<R>(model()), any::<Index>());
        holds(R::ID, &cases, |(row, place)| {
            let column = column::<R>(place);
            let (mut with_null, mut without) = (object(&row), object(&row));
            if !column.nullable() {
                return Ok(());
            }
            with_null.insert(column.name.clone(), Json::Null);
            without.remove(&column.name);
            for (judge, takes) in judges.say::<R>(&without) {
                prop_assert!(takes, "{judge} refuses a row without `{}`", column.name);
            }
            let read = |row| serde_json::from_value::<R>(Json::Object(row)).unwrap();
            prop_assert_eq!(read(without), read(with_null));
            Ok(())
        });
    }
    for_each_block!(|B| check::<B>());
}

/// Any JSON, and often something that is nearly a value of some column.
fn any_json() -> impl Strategy<Value = Json> {
    let nearly = prop_oneof![
        "[1-9][0-9]{3}-(0[1-9]|1[0-2])",
        "[1-9][0-9]{3}-Q[1-4]",
        "[0-9]{3,5}-[01]?[0-9]",
        "[0-9]{4}-?[Qq]?[0-6]",
        "[0-9]{1,10}",
        "[ -~]{0,10}",
        "[ -~]{0,3}[é\\n\\t\u{7f}]?",
        ".{0,4}",
        Just("1".repeat(9)),
        prop::sample::select(every_code()),
    ];
    let number = prop_oneof![
        any::<i64>().prop_map(Json::from),
        any::<u64>().prop_map(Json::from),
        (-2_i64..10_100).prop_map(Json::from),
        (2_147_483_610_i64..2_147_483_630).prop_map(Json::from),
        (-100_000_000_001_i64..=-99_999_999_998).prop_map(Json::from),
        (99_999_999_998_i64..=100_000_000_001).prop_map(Json::from),
        any::<f64>().prop_map(Json::from),
        // With up to six decimals; one in a hundred is whole, and written as `3.0`.
        (-3_000_000_i32..3_000_000).prop_map(|number| json!(f64::from(number) / 1e6)),
        (-30_000_i32..30_000).prop_map(|number| json!(f64::from(number) / 100.0)),
        (0_i32..3000).prop_map(|number| json!(f64::from(number))),
    ];
    let leaf = prop_oneof![
        1 => Just(Json::Null),
        1 => any::<bool>().prop_map(Json::from),
        4 => number,
        6 => nearly.prop_map(Json::from),
    ];
    leaf.prop_recursive(2, 8, 3, |inner| {
        prop_oneof![
            4 => prop::collection::vec(inner.clone(), 0..3).prop_map(Json::from),
            1 => prop::collection::vec(("[a-z]{0,3}", inner), 0..3)
                .prop_map(|entries| Json::Object(entries.into_iter().collect())),
        ]
    })
}

/// Every code and alias of the model.
fn every_code() -> Vec<String> {
    let lists = model().code_lists.iter();
    let codes = lists.flat_map(CodeList::published_codes);
    codes
        .flat_map(|(text, code)| {
            let aliases = code.aliases.iter().map(ToString::to_string);
            std::iter::once(text.to_owned()).chain(aliases)
        })
        .collect()
}

#[test]
fn what_one_takes_the_others_take() {
    fn check<R: Block + Debug>() {
        let judges = Judges::of::<R>();
        let columns = R::description().columns();
        let several = prop::collection::vec((any::<Index>(), any_json()), 1..=8);
        let cases = (arbitrary::row::<R>(model()), several);
        holds(R::ID, &cases, |(row, values)| {
            // One at a time, and what is taken stays: so that more than one column of a row is odd.
            let mut row = object(&row);
            for (place, value) in values {
                let column = place.get(&columns);
                let mut other = row.clone();
                other.insert(column.name.clone(), value.clone());
                let said = judges.say::<R>(&other);
                let too_fine = spoiled::has_too_many_decimals(column.value_type(), &value);
                for (judge, takes) in said {
                    // The one mistake that a schema lets pass.
                    if !(too_fine && judge.contains("schema")) {
                        prop_assert_eq!(takes, said[0].1, "{} of {}", judge, json!(other));
                    }
                }
                prop_assert!(!(too_fine && said[0].1), "{} keeps {}", column.name, value);
                if said[0].1 {
                    row = other;
                }
            }
            Ok(())
        });
    }
    for_each_block!(|B| check::<B>());
}

#[test]
fn any_json_is_now_and_then_a_value() {
    // Lest the test above hold nothing but refusals against each other.
    fn check<R: Block + Debug>() {
        let mut runner = TestRunner::deterministic();
        let values = (0..500).map(|_| any_json().new_tree(&mut runner).unwrap().current());
        let values: Vec<_> = values.collect();
        let row = rows::full::<R>(model(), 1);
        for column in R::description().columns() {
            let taken = values.iter().filter(|value| {
                let mut row = row.clone();
                row.insert(column.name.clone(), (*value).clone());
                serde_json::from_value::<R>(Json::Object(row)).is_ok()
            });
            let taken = taken.count();
            assert!((2..498).contains(&taken), "{}: {taken} of 500", column.name);
        }
    }
    check::<Trajectory>();
    check::<Household>();
    check::<UnemploymentPayment>();
}
