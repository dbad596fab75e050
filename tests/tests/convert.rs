//! Converted deliveries have the rows that were written, in the types of the model.

use std::fmt::{Debug, Write as _};
use std::fs::{self, File};
use std::num::NonZeroUsize;
use std::path::Path;

use beraad_delivery::{ConvertFormat, ConvertOptions, Converted, Delivery, Options};
use beraad_model::{for_each_block, model};
use beraad_schema::Block;
use beraad_schema::arrow::{ipc, parquet};
use beraad_schema::csv::Dialect;
use beraad_schema::describe::Identity;
use beraad_tests::{csv, rows};
use serde_json::Value as Json;

/// The number of rows of a block.
const ROWS: usize = 300;

fn has_lists<R: Block>() -> bool {
    let columns = R::description().columns();
    columns.iter().any(|column| column.value_type().is_list())
}

/// Converts a folder with one file to another folder, and returns its file.
fn convert<R: Block>(
    name: &str,
    content: &[u8],
    to: ConvertFormat,
    threads: usize,
) -> (Converted, Vec<u8>) {
    let (from, out) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    fs::write(from.path().join(name), content).unwrap();
    let delivery = Delivery::open(from.path(), model()).unwrap();
    let check = Options::new().threads(NonZeroUsize::new(threads).unwrap());
    let options = ConvertOptions::new(to).check(check);
    let converted = delivery.convert(&options, out.path()).unwrap();
    let path = out.path().join(format!("{}.{}", R::ID, to.extension()));
    let written = fs::read(path).unwrap_or_default();
    (converted, written)
}

fn written_as_parquet<R: Block>(rows: &[R]) -> Vec<u8> {
    let mut writer = parquet::Writer::<R, _>::try_new(Vec::new(), model()).unwrap();
    writer.write(rows).unwrap();
    writer.finish().unwrap()
}

fn written_as_arrow<R: Block>(rows: &[R]) -> Vec<u8> {
    let mut writer = ipc::Writer::<R, _>::try_new(Vec::new(), model()).unwrap();
    writer.write(rows).unwrap();
    writer.finish().unwrap()
}

/// Reads the rows of a file in a folder.
fn read_back<R: Block>(bytes: &[u8], format: ConvertFormat) -> Vec<R> {
    let folder = tempfile::tempdir().unwrap();
    let path: &Path = &folder.path().join("file");
    fs::write(path, bytes).unwrap();
    let file = File::open(path).unwrap();
    if format == ConvertFormat::Parquet {
        let rows = parquet::Reader::try_new(file).unwrap();
        rows.collect::<Result<_, _>>().unwrap()
    } else {
        let rows = ipc::Reader::try_new(file).unwrap();
        rows.collect::<Result<_, _>>().unwrap()
    }
}

/// Returns true if a random row meets the constraints that a check computes from the file of its block alone.
fn meets_constraints(block: &str, row: &Json) -> bool {
    let year = |name: &str| match &row[name] {
        Json::String(text) => text[..4].parse::<i64>().ok(),
        other => other.as_i64(),
    };
    match block {
        "person_year" if row["is_sample_person"] == true => year("year")
            .zip(year("birth_date"))
            .is_none_or(|(year, birth)| (18..=65).contains(&(year - birth))),
        "person_year" => row["civil_status"].is_null(),
        "household" => {
            row["reference_person_id"].is_null() || row["relation_to_reference_person"] == "20"
        }
        _ => true,
    }
}

/// Valid rows that CSV can represent, each key once.
fn valid_rows<R: Block + Debug>() -> Vec<R> {
    let mut rows = rows::random::<R>(model(), ROWS);
    rows.retain(|row| !serde_json::to_string(row).unwrap().contains(":\"\""));
    rows.retain(|row| meets_constraints(R::ID, &serde_json::to_value(row).unwrap()));
    let Identity::Key(key) = &R::description().identity else {
        return rows;
    };
    let mut seen = std::collections::BTreeSet::new();
    rows.retain(|row| {
        let json = serde_json::to_value(row).unwrap();
        let of_row: Vec<_> = key.iter().map(|name| json[&**name].to_string()).collect();
        seen.insert(of_row)
    });
    rows
}

#[test]
fn converted_rows_are_those_that_were_written() {
    fn check<R: Block + Debug + PartialEq>() {
        let rows = valid_rows::<R>();
        let arrow = written_as_arrow(&rows);
        let mut sources = vec![
            (format!("{}.parquet", R::ID), written_as_parquet(&rows)),
            (format!("{}.arrow", R::ID), arrow.clone()),
        ];
        if !has_lists::<R>() {
            let text = csv::to_string(&rows);
            sources.push((format!("{}.csv", R::ID), text.into_bytes()));
        }
        for (name, content) in &sources {
            for to in [ConvertFormat::Parquet, ConvertFormat::Arrow] {
                let (converted, file) = convert::<R>(name, content, to, 2);
                let receipt = converted
                    .receipt
                    .unwrap_or_else(|| panic!("{:?}", converted.report));
                assert_eq!(receipt.blocks[0].written.rows, rows.len() as u64);
                assert_eq!(read_back::<R>(&file, to), rows, "{name} to {to}");
                // The same bytes as those of typed rows.
                if to == ConvertFormat::Arrow {
                    assert!(file == arrow, "{name} to {to}");
                }
            }
            if has_lists::<R>() {
                continue;
            }
            let (converted, file) = convert::<R>(name, content, ConvertFormat::Csv, 2);
            assert!(converted.receipt.is_some());
            let text = String::from_utf8(file).unwrap();
            assert_eq!(text, csv::to_string(&rows), "{name} to csv");
        }
    }
    for_each_block!(|B| check::<B>());
}

#[test]
fn lists_are_converted_to_csv_with_a_sign_between_values() {
    fn check<R: Block + Debug + PartialEq>(found: &mut bool) {
        if !has_lists::<R>() {
            return;
        }
        *found = true;
        let check = Options::new().dialect(Dialect::new().item_separator(b'|'));
        let converted = |name: &str, content: &[u8], options: &ConvertOptions| {
            let (from, out) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
            fs::write(from.path().join(name), content).unwrap();
            let delivery = Delivery::open(from.path(), model()).unwrap();
            let converted = delivery.convert(options, out.path());
            let path = out.path().join(format!("{}.{}", R::ID, options.to));
            converted.map(|it| {
                assert!(it.receipt.is_some(), "{:?}", it.report);
                fs::read(path).unwrap()
            })
        };
        let has_sign = |row: &R| has_item(row, |text| text.contains('|'));
        let mut rows = valid_rows::<R>();
        rows.retain(|row| !has_item(row, str::is_empty));
        let name = format!("{}.arrow", R::ID);
        let to_csv = ConvertOptions::new(ConvertFormat::Csv);
        let error = converted(&name, &written_as_arrow(&rows), &to_csv).unwrap_err();
        assert!(error.to_string().contains("item_separator"), "{error}");
        let to_csv = to_csv.check(check.clone());
        if rows.iter().any(has_sign) {
            let error = converted(&name, &written_as_arrow(&rows), &to_csv).unwrap_err();
            assert!(error.to_string().contains("'|' in it"), "{error}");
            rows.retain(|row| !has_sign(row));
        }
        let arrow = written_as_arrow(&rows);
        let text = converted(&name, &arrow, &to_csv).unwrap();
        let to_arrow = ConvertOptions::new(ConvertFormat::Arrow).check(check);
        let again = converted(&format!("{}.csv", R::ID), &text, &to_arrow).unwrap();
        assert_eq!(read_back::<R>(&again, ConvertFormat::Arrow), rows);
        assert!(again == arrow);
    }
    let mut found = false;
    for_each_block!(|B| check::<B>(&mut found));
    assert!(found);
}

/// Returns true if an item of a list is such a text.
fn has_item<R: Block>(row: &R, is_such: impl Fn(&str) -> bool) -> bool {
    let json = serde_json::to_value(row).unwrap();
    let columns = json.as_object().unwrap().values();
    let mut items = columns.filter_map(Json::as_array).flatten();
    items.any(|item| item.as_str().is_some_and(&is_such))
}

#[test]
fn bytes_do_not_depend_on_threads_or_on_parts() {
    use beraad_model::ksz::UnemploymentStatus;

    // Several parts of a CSV file, several record batches, and more rows than a row group.
    let mut text = UnemploymentStatus::column_names().join(",") + "\n";
    for person in 1..=6_000 {
        for quarter in 0..48 {
            let (year, quarter) = (2005 + quarter / 4, 1 + quarter % 4);
            let row = format_args!("{person},{year}-Q{quarter},true,false,true,,false,true");
            writeln!(text, "{row}").unwrap();
        }
    }
    let name = "unemployment_status.csv";
    for to in [
        ConvertFormat::Parquet,
        ConvertFormat::Arrow,
        ConvertFormat::Csv,
    ] {
        let (converted, one) = convert::<UnemploymentStatus>(name, text.as_bytes(), to, 1);
        let report = &converted.report;
        let receipt = converted
            .receipt
            .as_ref()
            .unwrap_or_else(|| panic!("{report:?}"));
        assert_eq!(receipt.blocks[0].written.rows, 6_000 * 48);
        for threads in [2, 5] {
            let (of_several, several) =
                convert::<UnemploymentStatus>(name, text.as_bytes(), to, threads);
            assert!(several == one, "{to} with {threads} threads");
            assert_eq!(of_several, converted);
        }
        let name = format!("unemployment_status.{to}");
        let (_, again) = convert::<UnemploymentStatus>(&name, &one, to, 3);
        assert!(again == one, "{to} to {to}");
        if to == ConvertFormat::Csv {
            assert!(one == text.as_bytes(), "csv to csv");
        }
    }
}
