//! Rows in a struct with `#[serde(flatten)]`, and in a field, which is what the documentation of `Block` advises.

use beraad_model::ksz::Household;
use beraad_model::vdab::Trajectory;
use beraad_schema::csv;
use serde::Deserialize;
use serde_json::json;

/// A struct whose fields are beside the columns of the row.
#[derive(Debug, Deserialize)]
struct Flattened<R> {
    received: String,
    #[serde(flatten)]
    row: R,
}

/// A struct with a row as a field.
#[derive(Debug, Deserialize)]
struct Nested<R> {
    received: String,
    row: R,
}

const TRAJECTORY: &str = "person,trajectory_start_month,trajectory_executor,vdab_office";

#[test]
fn flattened_row_accepts_columns_that_the_block_does_not_have() {
    let row = json!({
        "received": "March",
        "person": 1,
        "year": 2010,
        "children_birth_years": [],
        "hair_colour": "red",
    });
    let read: Flattened<Household> = serde_json::from_value(row).unwrap();
    assert_eq!(read.received, "March");
    assert_eq!(read.row.year.get(), 2010);
}

#[test]
fn row_as_a_field_refuses_columns_that_the_block_does_not_have() {
    let row = |other: &str| json!({ "received": "March", "row": { "person": 1, "year": 2010, "children_birth_years": [], other: null } });
    let error = serde_json::from_value::<Nested<Household>>(row("hair_colour")).unwrap_err();
    assert!(error.to_string().contains("hair_colour"), "{error}");
    let read: Nested<Household> = serde_json::from_value(row("household_size")).unwrap();
    assert_eq!(
        (read.received.as_str(), read.row.year.get()),
        ("March", 2010)
    );
}

#[test]
fn digits_in_a_flattened_csv_row_are_an_error() {
    let file = format!("received,{TRAJECTORY}\nMarch,1,2011-03,,0301\n");
    let mut reader = ::csv::Reader::from_reader(file.as_bytes());
    let read = reader
        .deserialize::<Flattened<Trajectory>>()
        .next()
        .unwrap();
    let error = read.unwrap_err().to_string();
    // Serde makes a number of every text of digits, before the row says what it expects.
    assert!(
        error.ends_with("invalid type: integer, expected serial number in column `person`"),
        "{error}"
    );
}

#[test]
fn csv_reader_reads_the_code_that_a_flattened_row_refuses() {
    let file = format!("{TRAJECTORY}\n1,2011-03,,0301\n");
    let mut reader = csv::Reader::<Trajectory, _>::try_new(file.as_bytes()).unwrap();
    let row = reader.next().unwrap().unwrap();
    assert_eq!(row.vdab_office.unwrap().as_str(), "0301");
}
