//! Comparison of serde and JSON Schema on random rows: valid rows, rows with one error, and rows with any JSON as values.

use std::fmt::Debug;

use beraad_model::ksz::{Household, UnemploymentPayment};
use beraad_model::vdab::Trajectory;
use beraad_model::{for_each_block, model};
use beraad_schema::describe::{CodeList, Column};
use beraad_schema::{Block, arbitrary, json_schema};
use beraad_tests::rows::Object;
use beraad_tests::{invalid, rows};
use jsonschema::{Validator, draft202012};
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngAlgorithm, TestError, TestRng, TestRunner};
use serde_json::{Value as Json, json};

/// The number of cases of a property for each block.
const CASES: u32 = 48;

/// Tests a property with the same values in every run. A failure shows the smallest value that violates the property.
fn assert_property<S: Strategy>(
    block: &str,
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
        Err(TestError::Fail(reason, value)) => panic!("{block}: {reason}: {value:?}"),
        Err(TestError::Abort(reason)) => panic!("{block}: {reason}"),
    }
}

/// The validators of a block.
struct Validators {
    schema_of_type: Validator,
    /// The schema of the model, which may include supplied lists.
    schema_of_model: Validator,
}

impl Validators {
    fn of<R: Block>() -> Self {
        let block = model().block(R::ID).unwrap();
        Self {
            schema_of_type: draft202012::new(&json_schema::schema_of::<R>().to_value()).unwrap(),
            schema_of_model: draft202012::new(&json_schema::schema(model(), block).to_value())
                .unwrap(),
        }
    }

    /// Returns, for serde and for each schema, whether it accepts the row.
    fn verdicts<R: Block>(&self, row: &Object) -> [(&'static str, bool); 4] {
        let json = Json::Object(row.clone());
        let text = json.to_string();
        [
            (
                "serde with a text",
                serde_json::from_str::<R>(&text).is_ok(),
            ),
            (
                "the schema of the type",
                self.schema_of_type.is_valid(&json),
            ),
            (
                "the schema of the model",
                self.schema_of_model.is_valid(&json),
            ),
            (
                "serde with a tree",
                serde_json::from_value::<R>(json).is_ok(),
            ),
        ]
    }

    fn assert_rejected<R: Block>(&self, row: &Object, reason: &str) -> Result<(), TestCaseError> {
        for (validator, accepts) in self.verdicts::<R>(row) {
            prop_assert!(!accepts, "{validator} accepts {reason}: {}", json!(row));
        }
        Ok(())
    }
}

fn to_object<R: Block>(row: &R) -> Object {
    match serde_json::to_value(row) {
        Ok(Json::Object(object)) => object,
        other => panic!("expected an object, found {other:?}"),
    }
}

/// Returns the column at a random index.
fn column_at<R: Block>(index: Index) -> Column<'static> {
    let mut columns = R::description().columns();
    columns.swap_remove(index.index(columns.len()))
}

#[test]
fn written_row_is_accepted_and_reads_back_equal() {
    fn check<R: Block + PartialEq + Debug>() {
        let validators = Validators::of::<R>();
        assert_property(R::ID, &arbitrary::row::<R>(model()), |row| {
            let written = to_object(&row);
            for (validator, accepts) in validators.verdicts::<R>(&written) {
                prop_assert!(accepts, "{validator} rejects a valid row");
            }
            let read: R = serde_json::from_value(Json::Object(written)).unwrap();
            prop_assert_eq!(read, row);
            Ok(())
        });
    }
    for_each_block!(|B| check::<B>());
}

#[test]
fn row_with_an_invalid_value_is_rejected() {
    fn check<R: Block + Debug>() {
        let validators = Validators::of::<R>();
        let cases = (arbitrary::row::<R>(model()), any::<Index>(), any::<Index>());
        assert_property(R::ID, &cases, |(row, column, value)| {
            let column = column_at::<R>(column);
            let invalid = invalid::values(model(), &column);
            let (reason, value) = value.get(&invalid).clone();
            let mut row = to_object(&row);
            row.insert(column.name.clone(), value);
            validators.assert_rejected::<R>(&row, &format!("{reason} as `{}`", column.name))
        });
    }
    for_each_block!(|B| check::<B>());
}

#[test]
fn list_with_an_invalid_item_is_rejected() {
    fn check<R: Block + Debug>() {
        let validators = Validators::of::<R>();
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
        assert_property(R::ID, &cases, |(row, column, item, position)| {
            let column = column.get(&lists);
            let mut row = to_object(&row);
            let Json::Array(items) = &mut row[&column.name] else {
                return Err(TestCaseError::fail("expected an array"));
            };
            let invalid: Vec<_> = invalid::values(model(), column)
                .into_iter()
                .filter_map(|(reason, value)| Some((reason, value.as_array()?.first()?.clone())))
                .collect();
            prop_assert!(invalid.len() >= 5);
            let (reason, item) = item.get(&invalid).clone();
            items.insert(position.index(items.len() + 1), item);
            validators.assert_rejected::<R>(&row, &format!("{reason} in `{}`", column.name))
        });
    }
    for_each_block!(|B| check::<B>());
}

/// An error in the names of the columns.
#[derive(Clone, Copy, Debug)]
enum ColumnError {
    /// A required column is missing.
    Missing,
    /// The block does not have this column.
    Unknown,
    /// A name is in capitals.
    Capitals,
    /// A name ends with a space.
    Space,
}

#[test]
fn row_with_an_invalid_column_is_rejected() {
    fn check<R: Block + Debug>() {
        let validators = Validators::of::<R>();
        let errors = prop_oneof![
            Just(ColumnError::Missing),
            Just(ColumnError::Unknown),
            Just(ColumnError::Capitals),
            Just(ColumnError::Space),
        ];
        let required: Vec<_> = R::description()
            .columns()
            .into_iter()
            .filter(|column| !column.nullable())
            .collect();
        assert!(!required.is_empty(), "`{}` has no required column", R::ID);
        let unknown = "[a-z_]{0,12}".prop_filter("the name of a column", |name| {
            !R::column_names().contains(&&**name)
        });
        let cases = (
            arbitrary::row::<R>(model()),
            any::<Index>(),
            errors,
            unknown,
        );
        assert_property(R::ID, &cases, |(row, index, error, unknown)| {
            let mut row = to_object(&row);
            let column = column_at::<R>(index).name;
            match error {
                ColumnError::Missing => {
                    row.remove(&index.get(&required).name);
                }
                ColumnError::Unknown => {
                    row.insert(unknown, Json::Null);
                }
                ColumnError::Capitals => {
                    let value = row.remove(&column).unwrap_or_default();
                    row.insert(column.to_uppercase(), value);
                }
                ColumnError::Space => {
                    let value = row.remove(&column).unwrap_or_default();
                    row.insert(format!("{column} "), value);
                }
            }
            validators.assert_rejected::<R>(&row, &format!("{error:?}"))
        });
    }
    for_each_block!(|B| check::<B>());
}

#[test]
fn absent_nullable_column_reads_as_null() {
    fn check<R: Block + PartialEq + Debug>() {
        let validators = Validators::of::<R>();
        let cases = (arbitrary::row::<R>(model()), any::<Index>());
        assert_property(R::ID, &cases, |(row, index)| {
            let column = column_at::<R>(index);
            let (mut with_null, mut without) = (to_object(&row), to_object(&row));
            if !column.nullable() {
                return Ok(());
            }
            with_null.insert(column.name.clone(), Json::Null);
            without.remove(&column.name);
            for (validator, accepts) in validators.verdicts::<R>(&without) {
                prop_assert!(
                    accepts,
                    "{validator} rejects a row without `{}`",
                    column.name
                );
            }
            let read = |row| serde_json::from_value::<R>(Json::Object(row)).unwrap();
            prop_assert_eq!(read(without), read(with_null));
            Ok(())
        });
    }
    for_each_block!(|B| check::<B>());
}

/// Returns a strategy for any JSON, much of it close to a value of some column.
fn any_json() -> impl Strategy<Value = Json> {
    let text = prop_oneof![
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
        // Numbers with up to six decimals, and whole numbers that are written as `3.0`.
        (-3_000_000_i32..3_000_000).prop_map(|number| json!(f64::from(number) / 1e6)),
        (-30_000_i32..30_000).prop_map(|number| json!(f64::from(number) / 100.0)),
        (0_i32..3000).prop_map(|number| json!(f64::from(number))),
    ];
    let leaf = prop_oneof![
        1 => Just(Json::Null),
        1 => any::<bool>().prop_map(Json::from),
        4 => number,
        6 => text.prop_map(Json::from),
    ];
    leaf.prop_recursive(2, 8, 3, |inner| {
        prop_oneof![
            4 => prop::collection::vec(inner.clone(), 0..3).prop_map(Json::from),
            1 => prop::collection::vec(("[a-z]{0,3}", inner), 0..3)
                .prop_map(|entries| Json::Object(entries.into_iter().collect())),
        ]
    })
}

/// Returns every code and alias of the model.
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
fn serde_and_schemas_agree_on_any_json() {
    fn check<R: Block + Debug>() {
        let validators = Validators::of::<R>();
        let columns = R::description().columns();
        let values = prop::collection::vec((any::<Index>(), any_json()), 1..=8);
        let cases = (arbitrary::row::<R>(model()), values);
        assert_property(R::ID, &cases, |(row, values)| {
            // The values are inserted one after the other. Accepted values remain, so that several columns change.
            let mut row = to_object(&row);
            for (index, value) in values {
                let column = index.get(&columns);
                let mut changed = row.clone();
                changed.insert(column.name.clone(), value.clone());
                let verdicts = validators.verdicts::<R>(&changed);
                let (_, serde_accepts) = verdicts[0];
                let too_precise = invalid::has_too_many_decimals(column.value_type(), &value);
                for (validator, accepts) in verdicts {
                    // Schemas accept numbers with too many decimals.
                    if !(too_precise && validator.contains("schema")) {
                        prop_assert_eq!(
                            accepts,
                            serde_accepts,
                            "{} differs from serde on {}",
                            validator,
                            json!(changed)
                        );
                    }
                }
                prop_assert!(
                    !(too_precise && serde_accepts),
                    "{} accepts {}",
                    column.name,
                    value
                );
                if serde_accepts {
                    row = changed;
                }
            }
            Ok(())
        });
    }
    for_each_block!(|B| check::<B>());
}

#[test]
fn any_json_is_valid_sometimes_but_not_always() {
    // Otherwise the test above would compare rejected rows only, or accepted rows only.
    fn check<R: Block + Debug>() {
        let mut runner = TestRunner::deterministic();
        let values = (0..500).map(|_| any_json().new_tree(&mut runner).unwrap().current());
        let values: Vec<_> = values.collect();
        let row = rows::complete_object::<R>(model(), 1);
        for column in R::description().columns() {
            let accepted = values.iter().filter(|value| {
                let mut row = row.clone();
                row.insert(column.name.clone(), (*value).clone());
                serde_json::from_value::<R>(Json::Object(row)).is_ok()
            });
            let accepted = accepted.count();
            assert!(
                (2..498).contains(&accepted),
                "{}: {accepted} of 500",
                column.name
            );
        }
    }
    check::<Trajectory>();
    check::<Household>();
    check::<UnemploymentPayment>();
}
