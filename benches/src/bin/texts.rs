//! Reading of rows from CSV and JSON lines, beside serde's own derive.
//!
//! `cargo run --release --manifest-path benches/Cargo.toml --bin texts [-- ROUNDS]`
//!
//! All rows are compared before the first measurement. The contenders take turns in each round. The program prints the medians
//! and the ratio of each contender to the first, and stores them in `RESULTS.md`.

use std::{env, io};

use beraad_benches::payments::payments;
use beraad_benches::payments::text::{Plain, Twin};
use beraad_benches::results::{keep, speeds};
use beraad_benches::rounds::{Contender, interleave};
use beraad_model::ksz::UnemploymentPayment;
use beraad_schema::RowResult;
use beraad_schema::csv::Reader;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// The number of rows in each file.
const ROWS: usize = 200_000;

const NOTES: &str = "\
`UnemploymentPayment`, thirteen columns. \"serde's derive, the same types\" is a struct with the same value types, which validates each \
value in the same way. \"serde's derive, plain types\" has `u32`, `f64`, `bool` and `String`, and validates nothing.\n";

fn main() -> io::Result<()> {
    let rounds = env::args()
        .nth(1)
        .and_then(|rounds| rounds.parse().ok())
        .unwrap_or(15);
    let rows = payments(ROWS);
    let csv = to_csv(&rows);
    let json: Vec<String> = rows.iter().map(to_json).collect();
    compare(&rows, &csv, &json);
    let of_csv = interleave(csv_readers(&csv), rounds);
    let of_json = interleave(json_readers(&json), rounds);
    keep(
        "CSV and JSON lines",
        &format!(
            "{ROWS} rows, {:.1} MB of CSV; medians of {rounds} interleaved rounds. {NOTES}\n### CSV\n\n{}\n### JSON lines\n\n{}",
            csv.len() as f64 / 1e6,
            speeds(&of_csv, ROWS),
            speeds(&of_json, ROWS)
        ),
    )
}

fn csv_readers(file: &[u8]) -> Vec<Contender<'_>> {
    vec![
        Contender::new("the row, by serde", || {
            from_csv::<UnemploymentPayment>(file)
        }),
        Contender::new("the row, by `csv::Reader`", || by_reader(file)),
        Contender::new("serde's derive, the same types", || from_csv::<Twin>(file)),
        Contender::new("serde's derive, plain types", || from_csv::<Plain>(file)),
    ]
}

fn json_readers(lines: &[String]) -> Vec<Contender<'_>> {
    vec![
        Contender::new("the row", || from_json::<UnemploymentPayment>(lines)),
        Contender::new("the row, with all its errors", || {
            from_json::<RowResult<UnemploymentPayment>>(lines)
        }),
        Contender::new("serde's derive, the same types", || {
            from_json::<Twin>(lines)
        }),
        Contender::new("serde's derive, plain types", || from_json::<Plain>(lines)),
    ]
}

/// Panics at the first contender that reads other rows.
fn compare(rows: &[UnemploymentPayment], csv: &[u8], json: &[String]) {
    assert!(from_csv::<UnemploymentPayment>(csv) == rows, "CSV by serde");
    assert!(by_reader(csv) == rows, "CSV by the reader");
    assert!(to_csv(&from_csv::<Twin>(csv)) == csv, "CSV, the same types");
    assert!(
        from_csv::<Plain>(csv).len() == rows.len(),
        "CSV, plain types"
    );
    assert!(from_json::<UnemploymentPayment>(json) == rows, "JSON");
    let with_errors = from_json::<RowResult<UnemploymentPayment>>(json);
    assert!(
        with_errors
            .into_iter()
            .map(|row| row.0.expect("a valid row"))
            .eq(rows.iter().cloned()),
        "JSON with all errors"
    );
    let twins = from_json::<Twin>(json);
    assert!(
        twins.iter().map(to_json).eq(json.iter().cloned()),
        "JSON, the same types"
    );
    assert!(
        from_json::<Plain>(json).len() == rows.len(),
        "JSON, plain types"
    );
}

fn to_csv<T: Serialize>(rows: &[T]) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in rows {
        writer.serialize(row).expect("a row without lists");
    }
    writer.into_inner().expect("memory")
}

fn to_json<T: Serialize>(row: &T) -> String {
    serde_json::to_string(row).expect("a row")
}

fn from_csv<T: DeserializeOwned>(file: &[u8]) -> Vec<T> {
    let rows = csv::Reader::from_reader(file).into_deserialize();
    rows.collect::<Result<_, _>>().expect("valid rows")
}

fn by_reader(file: &[u8]) -> Vec<UnemploymentPayment> {
    let rows = Reader::<UnemploymentPayment, _>::try_new(file).expect("a valid header");
    rows.collect::<Result<_, _>>().expect("valid rows")
}

fn from_json<T: DeserializeOwned>(lines: &[String]) -> Vec<T> {
    let rows = lines.iter().map(|line| serde_json::from_str(line));
    rows.collect::<Result<_, _>>().expect("valid rows")
}
