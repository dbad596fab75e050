//! Errors of rows that are read by serde: a row stops at the place of its first error, and a `RowResult` has all errors.

use std::fmt::Debug;

use beraad_model::ksz::{Household, PersonYear};
use beraad_model::{for_each_block, model};
use beraad_schema::{Block, FieldErrorKind, RowResult, ValueError};
use beraad_tests::{invalid, rows};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value as Json, json};

#[derive(Debug, Deserialize)]
struct Delivery<R> {
    #[expect(dead_code, reason = "it is never read without an error")]
    rows: Vec<R>,
}

/// Returns the path and the message of the first error.
fn error_of<R: DeserializeOwned + Debug>(text: &str) -> (String, String) {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let error = serde_path_to_error::deserialize::<_, Delivery<R>>(&mut deserializer).unwrap_err();
    (error.path().to_string(), error.inner().to_string())
}

#[test]
fn path_is_that_of_the_column_whatever_the_error() {
    for (row, column) in [
        (
            r#"{"person": 0, "year": 2010, "children_birth_years": []}"#,
            "person",
        ),
        (
            r#"{"year": 2010, "person": 0, "children_birth_years": []}"#,
            "person",
        ),
        (r#"{"person": "x", "year": 2010}"#, "person"),
        (r#"{"person": 1, "year": "2010-01"}"#, "year"),
        (
            r#"{"lipro_position": "single", "person": 1}"#,
            "lipro_position",
        ),
        (
            r#"{"person": 1, "year": 2010, "household_size": 1.5}"#,
            "household_size",
        ),
        (
            r#"{"person": 1, "year": 2010, "reference_person_sex": 1}"#,
            "reference_person_sex",
        ),
    ] {
        let (path, message) = error_of::<Household>(&format!(r#"{{"rows": [{row}]}}"#));
        assert_eq!(path, format!("rows[0].{column}"), "{row}: {message}");
        assert!(
            message.starts_with(&format!("column `{column}`: ")),
            "{row}: {message}"
        );
    }
}

#[test]
fn every_invalid_value_of_every_block_has_the_path_of_its_column() {
    fn check<R: Block + Debug>() {
        let valid = serde_json::to_value(rows::random::<R>(model(), 1).remove(0)).unwrap();
        for column in R::description().columns() {
            for (_, value) in invalid::values(model(), &column) {
                let mut row = valid.clone();
                row[&*column.name] = value;
                let delivery = json!({ "rows": [row] }).to_string();
                let (path, message) = error_of::<R>(&delivery);
                assert_eq!(path.split('[').next(), Some("rows"));
                let name = path.strip_prefix("rows[0].").unwrap_or(&path);
                assert_eq!(name, column.name, "{message}");
                // All others are read, and there is no other error.
                let rows: Vec<RowResult<R>> = serde_json::from_value(json!([row, valid])).unwrap();
                let error = rows[0].0.as_ref().unwrap_err();
                let [error] = error.errors() else {
                    panic!("{error}");
                };
                assert_eq!(error.column.as_deref(), Some(&*column.name));
                assert!(rows[1].0.is_ok());
            }
        }
    }
    for_each_block!(|B| check::<B>());
}

/// Returns the errors of a row as texts.
fn errors_of<R: Block>(row: &str) -> Vec<String> {
    let RowResult(row) = serde_json::from_str::<RowResult<R>>(row).unwrap();
    let Err(error) = row else {
        panic!("a valid row");
    };
    error.errors().iter().map(ToString::to_string).collect()
}

#[test]
fn all_errors_of_a_row_are_reported() {
    let row = r#"{
        "lipro_position": "single", "naam": "Jan", "person": 0, "household_size": [1, {"x": 2}],
        "person": 2, "partner_id": {"a": {"b": 1}}, "reference_person_sex": 12
    }"#;
    let errors = errors_of::<Household>(row);
    let starts = [
        "column `lipro_position`: unknown code of the closed list",
        "unknown column `naam`; expected one of",
        "column `person`: outside the bounds",
        "column `household_size`: expected count, found a list",
        "duplicate column `person`",
        "column `partner_id`: expected serial number, found a map",
        "column `reference_person_sex`: expected code, a text, found a number",
        "missing column `year`",
        "missing column `children_birth_years`",
    ];
    let mut expected: Vec<_> = starts.to_vec();
    for error in &errors {
        let place = expected.iter().position(|start| error.starts_with(start));
        expected.remove(place.unwrap_or_else(|| panic!("{error}")));
    }
    assert!(expected.is_empty(), "{expected:?}");
}

#[test]
fn order_of_the_columns_does_not_matter() {
    let mut rows: Vec<Json> = rows::random::<Household>(model(), 50)
        .iter()
        .map(|row| serde_json::to_value(row).unwrap())
        .collect();
    for (turn, row) in rows.iter_mut().enumerate() {
        let expected: Household = serde_json::from_value(row.clone()).unwrap();
        let mut columns: Vec<_> = row.as_object().unwrap().iter().collect();
        let length = columns.len();
        columns.rotate_left(turn % length);
        columns.swap(0, turn % length);
        let columns = columns
            .iter()
            .map(|(name, value)| format!("\"{name}\": {value}"));
        let text = format!("{{{}}}", columns.collect::<Vec<_>>().join(", "));
        assert_eq!(serde_json::from_str::<Household>(&text).unwrap(), expected);
        let RowResult(row) = serde_json::from_str::<RowResult<Household>>(&text).unwrap();
        assert_eq!(row.unwrap(), expected);
    }
}

#[test]
fn duplicate_column_is_an_error_wherever_it_is() {
    for row in [
        r#"{"person": 1, "person": 1, "year": 2010}"#,
        r#"{"person": 1, "year": 2010, "person": 1}"#,
        r#"{"year": 2010, "year": 2010, "person": 1}"#,
        r#"{"year": 2010, "person": 1, "year": 2010}"#,
    ] {
        let error = serde_json::from_str::<PersonYear>(row).unwrap_err();
        assert!(
            error.to_string().starts_with("duplicate column `"),
            "{error}"
        );
        assert_eq!(errors_of::<PersonYear>(row).len(), 1, "{row}");
    }
}

#[test]
fn number_of_unknown_columns_that_are_named_has_a_limit() {
    let unknown = (0..1_000).map(|number| format!("\"x{number}\": 1, "));
    let row = format!(
        "{{\"person\": 1, {}\"year\": 0}}",
        unknown.collect::<String>()
    );
    let errors = errors_of::<PersonYear>(&row);
    assert_eq!(errors.len(), 7);
    assert_eq!(errors.last().unwrap(), "995 more unknown columns");
}

#[test]
fn errors_are_data_for_a_program() {
    let text = r#"{"person": 0, "year": 2010}"#;
    let RowResult(row) = serde_json::from_str::<RowResult<PersonYear>>(text).unwrap();
    let error = row.unwrap_err();
    assert_eq!(error.block(), "person_year");
    assert!(matches!(
        error.errors()[0].kind,
        FieldErrorKind::InvalidValue(ValueError::OutOfBounds { min: 1, .. })
    ));
    assert_eq!(
        serde_json::to_value(&error).unwrap(),
        json!({
            "block": "person_year",
            "errors": [{"column": "person", "message": "outside the bounds 1 to 2147483620"}],
        })
    );
}

#[test]
fn error_of_the_format_stops_the_reader() {
    for text in ["[{\"person\": 0", "[{\"person\": 1, \"year\": tru}]", "[5]"] {
        assert!(
            serde_json::from_str::<Vec<RowResult<PersonYear>>>(text).is_err(),
            "{text}"
        );
    }
}
