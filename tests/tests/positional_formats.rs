//! Formats for programs, which may leave out the names of the columns: what they wrote they read back, and a row with too few or
//! too many values is an error.

use std::fmt::Debug;

use beraad_model::ksz::JobVolume;
use beraad_model::{for_each_block, model};
use beraad_schema::{Block, Count, Percentage, SerialNumber, Year};
use beraad_tests::rows;
use serde::Serialize;
use serde::de::DeserializeOwned;

#[test]
fn rows_of_every_block_read_back_equal() {
    fn check<R: Block + PartialEq + Debug>() {
        let rows: Vec<R> = rows::random(model(), 20);
        let postcard = postcard::to_allocvec(&rows).unwrap();
        assert_eq!(postcard::from_bytes::<Vec<R>>(&postcard).unwrap(), rows);
        let positional = rmp_serde::to_vec(&rows).unwrap();
        assert_eq!(rmp_serde::from_slice::<Vec<R>>(&positional).unwrap(), rows);
        let named = rmp_serde::to_vec_named(&rows).unwrap();
        assert_eq!(rmp_serde::from_slice::<Vec<R>>(&named).unwrap(), rows);
        assert!(positional.len() < named.len());
    }
    for_each_block!(|B| check::<B>());
}

#[test]
fn value_outside_a_row_reads_back_equal() {
    fn check<T: Serialize + DeserializeOwned + PartialEq + Debug>(value: &T) {
        let postcard = postcard::to_allocvec(value).unwrap();
        assert_eq!(postcard::from_bytes::<T>(&postcard).unwrap(), *value);
        let message_pack = rmp_serde::to_vec(value).unwrap();
        assert_eq!(rmp_serde::from_slice::<T>(&message_pack).unwrap(), *value);
    }
    let count: Count = Count::new(1_000_000);
    check(&count);
    check(&SerialNumber::<beraad_schema::Person>::try_new(7).unwrap());
    let percentage: Percentage = Percentage::try_new(12.5).unwrap();
    check(&percentage);
    check(&Year::try_from(2010).unwrap());
}

/// A row of [`JobVolume`] as `MessagePack`, with another number of values.
fn with_length(length: usize) -> Result<JobVolume, String> {
    let row = rows::random::<JobVolume>(model(), 1).remove(0);
    let mut file = rmp_serde::to_vec(&row).unwrap();
    let columns = JobVolume::column_names().len();
    assert_eq!(
        usize::from(file[0]),
        0x90 + columns,
        "an array of so many values"
    );
    file[0] = 0x90 + u8::try_from(length).unwrap();
    file.extend([0xC0; 4]);
    rmp_serde::from_slice(&file).map_err(|error| error.to_string())
}

#[test]
fn row_with_too_few_or_too_many_values_is_an_error() {
    let columns = JobVolume::column_names().len();
    assert!(with_length(columns).is_ok());
    let expected = format!(
        "expected a row of `job_volume` with a value for each of its {columns} columns, in their order, found "
    );
    for (length, found) in [
        (0, "0 values"),
        (columns - 1, &*format!("{} values", columns - 1)),
        (columns + 1, "more values"),
        (columns + 4, "more values"),
    ] {
        let error = with_length(length).unwrap_err();
        assert!(error.contains(&format!("{expected}{found}")), "{error}");
    }
}

#[test]
fn value_of_another_type_is_reported_with_its_column_and_not_shown() {
    let length = 0x90 + u8::try_from(JobVolume::column_names().len()).unwrap();
    for (mut file, column) in [
        (
            rmp_serde::to_vec(&("7654321x", "2010-Q1")).unwrap(),
            "person",
        ),
        (rmp_serde::to_vec(&(1, 1, 101)).unwrap(), "quarter"),
        (rmp_serde::to_vec(&(1, 1, 7_654_321)).unwrap(), "quarter"),
    ] {
        file[0] = length;
        let error = rmp_serde::from_slice::<JobVolume>(&file).unwrap_err();
        let error = error.to_string();
        assert!(
            error.starts_with(&format!("column `{column}`: expected ")),
            "{error}"
        );
        assert!(
            !error.contains("7654321") && !error.contains("101"),
            "{error}"
        );
    }
}

#[test]
fn format_that_people_write_must_have_the_names() {
    let row = rows::random::<JobVolume>(model(), 1).remove(0);
    let row = serde_json::to_value(row).unwrap();
    let names = JobVolume::column_names().iter();
    let values: Vec<_> = names.map(|name| row[*name].clone()).collect();
    let values = serde_json::to_string(&values).unwrap();
    let error = serde_json::from_str::<JobVolume>(&values).unwrap_err();
    assert!(
        error.to_string().contains("found values without names"),
        "{error}"
    );
}
