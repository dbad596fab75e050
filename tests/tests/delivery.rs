//! A check of a delivery, which has a model alone, finds what the rows of the same file say by their types.

use std::collections::BTreeMap;
use std::fmt::Debug;
use std::fs;
use std::num::NonZeroUsize;

use beraad_delivery::{Delivery, Options, Severity};
use beraad_model::{for_each_block, model};
use beraad_schema::arrow::{ipc, parquet};
use beraad_schema::csv::{CsvError, CsvRowErrorKind, Dialect};
use beraad_schema::{Block, Checks};
use beraad_tests::check_ids::{of_cell, of_violation};
use beraad_tests::rows;
use serde_json::Value as Json;

/// The number of rows of a block, and of each changed cell.
const ROWS: usize = 200;

/// Texts that take the place of a value.
const TEXTS: [&str; 33] = [
    "",
    "x",
    "0",
    "1",
    "-1",
    "00",
    "1.5",
    "1.55555",
    "99999999999",
    "2016-03",
    "2016-Q1",
    "2016",
    "2099-Q1",
    "2099-12",
    "2004",
    "2005-Q5",
    "2016-13",
    "true",
    "false",
    "NA",
    "nan",
    "1e3",
    " 1",
    "1 ",
    "é",
    "10",
    "2",
    "03",
    ".",
    "123456789012345678901234567890123",
    "1|2",
    "2010|x",
    "|",
];

/// The dialect of the files, which has a sign between several values.
fn dialect() -> Dialect {
    Dialect::new().item_separator(b'|')
}

/// A number that follows from the last one.
fn next(random: &mut u64) -> usize {
    *random = random
        .wrapping_mul(6_364_136_223_846_793_005)
        .wrapping_add(1_442_695_040_888_963_407);
    usize::try_from(*random >> 33).unwrap()
}

/// The field of several values.
fn items_text(items: &[Json]) -> String {
    let text = |item: &Json| item.as_str().map_or(item.to_string(), str::to_owned);
    let items: Vec<_> = items.iter().map(text).collect();
    items.join("|")
}

/// A CSV file of random rows of which most have one changed cell; every fifth file has quote signs.
fn file<R: Block + Debug>(seed: u64) -> String {
    let names = R::column_names();
    let mut text = names.join(",") + "\n";
    let mut random = seed;
    let has_quotes = seed.is_multiple_of(5);
    for row in rows::random::<R>(model(), ROWS) {
        // CSV has no form for an empty code among several values, or for one with the sign between them.
        let json = serde_json::to_string(&row).unwrap();
        if json.contains("[\"\"") || json.contains(",\"\"") || json.contains('|') {
            continue;
        }
        let row = serde_json::to_value(&row).unwrap();
        let mut cells: Vec<String> = names
            .iter()
            .map(|name| match &row[*name] {
                Json::Null => String::new(),
                Json::String(text) => text.clone(),
                Json::Array(items) => items_text(items),
                other => other.to_string(),
            })
            .collect();
        if !next(&mut random).is_multiple_of(4) {
            let place = next(&mut random) % cells.len();
            TEXTS[next(&mut random) % TEXTS.len()].clone_into(&mut cells[place]);
        }
        let quoted = cells.iter().map(|cell| {
            let must = cell.contains([',', '"']);
            if must || (has_quotes && cell.len() == 2) {
                format!("\"{}\"", cell.replace('"', "\"\""))
            } else {
                cell.clone()
            }
        });
        text += &quoted.collect::<Vec<_>>().join(",");
        text += match next(&mut random) % 40 {
            0 => ",surplus\n",
            1 => "\r\n\n",
            _ => "\n",
        };
    }
    text
}

type Counts = BTreeMap<(String, Option<String>), u64>;

/// The errors of the rows by their types.
fn by_type<R: Block>(text: &str) -> Counts {
    let checks = Checks::<R>::new(model());
    let mut counts = Counts::new();
    let mut add = |check: &str, column: Option<&str>| {
        *counts
            .entry((check.to_owned(), column.map(str::to_owned)))
            .or_default() += 1;
    };
    let mut reader = dialect().reader::<R, _>(text.as_bytes()).unwrap();
    while let Some(row) = reader.next() {
        match row.and_then(|row| reader.check(&checks, row)) {
            Ok(_) => {}
            Err(CsvError::Row(error)) => match error.kind {
                CsvRowErrorKind::Values(cells) => {
                    for cell in cells {
                        add(of_cell(&cell.kind), Some(&cell.column));
                    }
                }
                CsvRowErrorKind::Violations(violations) => {
                    for violation in violations {
                        let kind = &violation.violation.kind;
                        add(of_violation(kind), kind.column());
                    }
                }
                _ => add("invalid-record", None),
            },
            Err(other) => panic!("{other}"),
        }
    }
    counts
}

/// The errors of a delivery, without those of several rows together.
fn by_model<R: Block>(text: &str, threads: usize) -> Counts {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join(format!("{}.csv", R::ID)), text).unwrap();
    let delivery = Delivery::open(folder.path(), model()).unwrap();
    let options = Options::new()
        .dialect(dialect())
        .threads(NonZeroUsize::new(threads).unwrap());
    let report = delivery.check(&options).unwrap();
    let errors = report
        .findings()
        .filter(|finding| finding.severity == Severity::Error);
    let errors = errors
        .filter(|it| it.check.id != "duplicate-key" && !it.check.id.starts_with("constraint-"));
    errors
        .map(|it| ((it.check.id.to_owned(), it.column.clone()), it.count))
        .collect()
}

#[test]
fn findings_are_those_of_the_rows_by_their_types() {
    fn check<R: Block + Debug>(seen: &mut BTreeMap<String, u64>) {
        for seed in 1..=5 {
            let text = file::<R>(seed);
            let expected = by_type::<R>(&text);
            let found = by_model::<R>(&text, 1 + usize::try_from(seed).unwrap() % 3);
            assert_eq!(found, expected, "{} {seed}", R::ID);
            for ((check, _), count) in found {
                *seen.entry(check).or_default() += count;
            }
        }
    }
    let mut seen: BTreeMap<String, u64> = BTreeMap::new();
    for_each_block!(|B| check::<B>(&mut seen));
    for check in [
        "invalid-record",
        "missing-value",
        "invalid-value",
        "outside-bounds",
        "too-many-decimals",
        "outside-window",
        "unknown-code",
        "missing-mark",
        "code-without-meaning",
        "rule-violated",
    ] {
        assert!(seen.contains_key(check), "{check}: {seen:?}");
    }
}

/// The findings in a folder with one file, without those of several rows together.
fn findings(name: &str, content: &[u8]) -> (u64, Counts) {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join(name), content).unwrap();
    let delivery = Delivery::open(folder.path(), model()).unwrap();
    let options = Options::new().dialect(dialect());
    let report = delivery.check(&options).unwrap();
    let findings = report.findings().filter(|it| {
        !it.check.id.starts_with("duplicate") && !it.check.id.starts_with("constraint-")
    });
    let counts = findings.map(|it| ((it.check.id.to_owned(), it.column.clone()), it.count));
    (report.rows(), counts.collect())
}

#[test]
fn parquet_and_arrow_files_have_the_findings_of_the_csv_file() {
    fn check<R: Block + Debug>() {
        let mut rows = rows::random::<R>(model(), ROWS);
        // A CSV file has no form for an empty code.
        rows.retain(|row| {
            let json = serde_json::to_string(row).unwrap();
            !json.contains(":\"\"")
                && !json.contains("[\"\"")
                && !json.contains(",\"\"")
                && !json.contains('|')
        });
        let mut writer = parquet::Writer::<R, _>::try_new(Vec::new(), model()).unwrap();
        writer.write(&rows).unwrap();
        let file = writer.finish().unwrap();
        let (count, found) = findings(&format!("{}.parquet", R::ID), &file);
        assert_eq!(count, rows.len() as u64, "{found:?}");
        let mut writer = ipc::Writer::<R, _>::try_new(Vec::new(), model()).unwrap();
        writer.write(&rows).unwrap();
        let file = writer.finish().unwrap();
        let of_arrow = findings(&format!("{}.arrow", R::ID), &file);
        assert_eq!(of_arrow, (count, found.clone()), "{}", R::ID);
        let is_error =
            |check: &str| beraad_delivery::check(check).unwrap().severity == Severity::Error;
        assert!(
            !found.keys().any(|(check, _)| is_error(check)),
            "{} {found:?}",
            R::ID
        );
        let mut text = R::column_names().join(",") + "\n";
        for row in &rows {
            let row = serde_json::to_value(row).unwrap();
            let cells = R::column_names().iter().map(|name| match &row[*name] {
                Json::Null => String::new(),
                Json::String(text) => format!("\"{}\"", text.replace('"', "\"\"")),
                Json::Array(items) => {
                    format!("\"{}\"", items_text(items).replace('"', "\"\""))
                }
                other => other.to_string(),
            });
            text += &(cells.collect::<Vec<_>>().join(",") + "\n");
        }
        assert_eq!(
            findings(&format!("{}.csv", R::ID), text.as_bytes()),
            (count, found),
            "{}",
            R::ID
        );
    }
    for_each_block!(|B| check::<B>());
}
