//! The program reports every error of a file, and writes a Parquet file that reads back as the rows of a valid one.

use std::fs::File;
use std::path::Path;
use std::process::{Command, Output};

use beraad_model::ksz::UnemploymentPayment;
use beraad_schema::arrow::parquet::Reader;

/// Runs the program in the folder of the example.
fn import(input: &str, output: &Path) -> Output {
    Command::new(env!("CARGO_BIN_EXE_importer"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .arg(input)
        .arg(output)
        .output()
        .unwrap()
}

#[test]
fn all_errors_of_all_rows_are_reported_without_a_value_of_a_person() {
    let folder = tempfile::tempdir().unwrap();
    let parquet = folder.path().join("payments.parquet");
    let ran = import("payments.csv", &parquet);
    let report = String::from_utf8(ran.stderr).unwrap();
    insta::assert_snapshot!(report);
    assert_eq!(ran.status.code(), Some(1));
    assert!(!parquet.exists(), "a file was written");
    assert!(!report.contains("76543"), "{report}");
}

#[test]
fn parquet_file_reads_back_as_the_rows() {
    let folder = tempfile::tempdir().unwrap();
    let parquet = folder.path().join("payments.parquet");
    let ran = import("corrected.csv", &parquet);
    assert_eq!(String::from_utf8_lossy(&ran.stderr), "");
    assert_eq!(String::from_utf8_lossy(&ran.stdout), "5 rows\n");
    assert!(ran.status.success());
    let reader = Reader::<UnemploymentPayment, _>::try_new(File::open(parquet).unwrap()).unwrap();
    let rows: Vec<_> = reader.map(Result::unwrap).collect();
    let [_, second, ..] = &rows[..] else {
        panic!("{rows:?}");
    };
    assert_eq!(rows.len(), 5);
    assert_eq!(second.quarter.to_string(), "2016-Q1");
    assert_eq!(second.intervention_beneficiary, Some(true));
    let percentage = second.activation_working_time_pct;
    assert_eq!(percentage.map(|of| of.to_string()).as_deref(), Some("50.5"));
    let end = second.activation_end_month;
    assert_eq!(
        end.map(|month| month.to_string()).as_deref(),
        Some("2016-03")
    );
}
