//! A conversion is refused or repaired where a check finds errors, and its receipt names what was read and written.

mod common;

use std::fs;
use std::path::Path;

use beraad_delivery::schemas::receipt_schema;
use beraad_delivery::{
    ConvertFormat, ConvertOptions, Converted, Delivery, Options, Renames, Repair,
};
use beraad_schema::csv::Dialect;
use beraad_schema::describe::example_model;
use common::{assert_schema, folder, model};

const LOANS: &str = "person,loan_month,return_month,department,renewals,fine_class\n\
     1,2011-03,2011-04,01,2,\n\
     2,2011-05,,1,0,\n";

/// Converts the files of a block to CSV, and returns the result with the text of its file.
fn convert(files: &[(&str, &str)], options: &ConvertOptions) -> (Converted, String) {
    let (from, out) = (folder(files), tempfile::tempdir().unwrap());
    let model = model();
    let delivery = Delivery::open(from.path(), &model).unwrap();
    let converted = delivery.convert(options, out.path()).unwrap();
    if converted.receipt.is_none() {
        assert_eq!(fs::read_dir(out.path()).unwrap().count(), 0);
    }
    let files = fs::read_dir(out.path()).unwrap();
    let texts = files.map(|file| fs::read_to_string(file.unwrap().path()).unwrap());
    let text = texts.collect();
    (converted, text)
}

fn to_csv() -> ConvertOptions {
    ConvertOptions::new(ConvertFormat::Csv)
}

/// Returns the repairs: check, column, values and rows.
fn repairs(converted: &Converted) -> Vec<String> {
    let Some(receipt) = &converted.receipt else {
        panic!("{:?}", converted.report)
    };
    let repairs = receipt.blocks.iter().flat_map(|block| &block.repairs);
    let text = |it: &Repair| {
        let column = it.column.as_deref().unwrap_or("-");
        format!("{} {column} {} {}", it.check, it.values, it.rows)
    };
    repairs.map(text).collect()
}

#[test]
fn alias_of_a_code_becomes_the_code_and_the_receipt_names_all_files() {
    let members = "person,year,sex,parent_1_sex\n1,2011,M,F\n2,2012,F,\n";
    let (converted, text) = convert(&[("member.csv", members)], &to_csv());
    assert_eq!(text, members.replace('F', "V"));
    let receipt = converted.receipt.unwrap();
    let block = &receipt.blocks[0];
    assert_eq!(
        (&*block.block, block.written.rows, block.rows_left_out),
        ("member", 2, 0)
    );
    assert_eq!(
        (&*block.sources[0].path, block.sources[0].rows),
        ("member.csv", 2)
    );
    assert_eq!(
        (&*block.written.path, block.written.bytes),
        ("member.csv", text.len() as u64)
    );
    assert_eq!(receipt.fingerprint, model().fingerprint());
    let json = serde_json::to_value(&receipt).unwrap();
    assert_eq!(
        (&json["to"], &json["null_on_error"]),
        (&"csv".into(), &false.into())
    );
}

#[test]
fn error_refuses_the_conversion_and_the_report_is_that_of_a_check() {
    for text in [
        LOANS.replace("2011-05", "2011-13"),
        LOANS.replace("2,2011", "x,2011"),
        LOANS.replace("01,2,", "01,99999,"),
        LOANS.replace("person,", "persn,"),
        LOANS.replace(",1,0,", ",1,0,,surplus"),
        LOANS.replace("2011-04", "2011-01"),
    ] {
        let from = folder(&[("loan.csv", &text)]);
        let (converted, _) = convert(&[("loan.csv", &text)], &to_csv());
        assert!(converted.receipt.is_none(), "{text}");
        let model = model();
        let delivery = Delivery::open(from.path(), &model).unwrap();
        assert_eq!(converted.report, delivery.check(&to_csv().check).unwrap());
        assert!(converted.report.worst().is_some());
    }
}

#[test]
fn value_with_an_error_becomes_null_and_a_row_without_a_required_one_is_left_out() {
    let text = "person,loan_month,return_month,department,renewals,fine_class\n\
         1,2011-03,2011-04,01,2,\n\
         x,2011-05,,01,0,\n\
         3,2011-05,2011-13,01,1,\n\
         4,2011-05,,01,99999,\n\
         5,2011-05,surplus,01,1,,\n\
         6,2011-05,2011-01,01,1,\n";
    let (converted, written) = convert(&[("loan.csv", text)], &to_csv().null_on_error());
    assert_eq!(
        repairs(&converted),
        [
            "invalid-record - 0 1",
            "invalid-value person 0 1",
            "invalid-value return_month 1 0",
            "outside-bounds renewals 1 0",
            "rule-violated return_month 1 0",
        ]
    );
    let block = &converted.receipt.unwrap().blocks[0];
    let lines = written.lines().count() as u64;
    assert_eq!(
        (block.written.rows, block.rows_left_out),
        (lines - 1, 6 - (lines - 1))
    );
    // What was written has no error.
    let (again, text) = convert(&[("loan.csv", &written)], &to_csv());
    assert!(again.receipt.is_some(), "{written}");
    assert_eq!(text, written);
}

#[test]
fn error_of_several_rows_or_of_a_header_is_not_repaired() {
    let options = to_csv().null_on_error();
    let repeated = "person,year,sex,parent_1_sex\n1,2011,M,V\n1,2011,V,\n";
    let (converted, _) = convert(&[("member.csv", repeated)], &options);
    assert!(converted.receipt.is_none());
    let other_header = LOANS.replace("person", "persn");
    // The rows of the second file do not wait for those of the first one.
    let files = [("loan/1.csv", &*other_header), ("loan/2.csv", LOANS)];
    let (converted, _) = convert(&files, &options);
    assert!(converted.receipt.is_none());
}

#[test]
fn folder_with_a_file_is_not_written_to() {
    let (from, out) = (
        folder(&[("loan.csv", LOANS)]),
        folder(&[("loan.csv", "mine")]),
    );
    let model = model();
    let delivery = Delivery::open(from.path(), &model).unwrap();
    let error = delivery.convert(&to_csv(), out.path()).unwrap_err();
    assert!(error.to_string().contains("empty folder"), "{error}");
    let path: &Path = &out.path().join("loan.csv");
    assert_eq!(fs::read_to_string(path).unwrap(), "mine");
}

#[test]
fn several_values_of_a_row_are_written_with_the_sign_of_the_dialect() {
    let model = example_model();
    let text = "person,year,sex,languages,parent_1_sex\n\
         1,2011,M,nl|fr,V\n\
         2,2011,V,,M\n\
         3,2012,V,de,\n";
    let from = folder(&[("member.csv", text)]);
    let check = Options::new().dialect(Dialect::new().item_separator(b'|'));
    let convert = |from: &Path, to: ConvertFormat, check: &Options| {
        let out = tempfile::tempdir().unwrap();
        let delivery = Delivery::open(from, &model).unwrap();
        let options = ConvertOptions::new(to).check(check.clone());
        let converted = delivery.convert(&options, out.path());
        converted.map(|it| {
            assert!(it.receipt.is_some(), "{:?}", it.report);
            out
        })
    };
    let again = convert(from.path(), ConvertFormat::Csv, &check).unwrap();
    let read = |folder: &Path| fs::read_to_string(folder.join("member.csv")).unwrap();
    assert_eq!(read(again.path()), text);
    let typed = convert(from.path(), ConvertFormat::Parquet, &check).unwrap();
    let again = convert(typed.path(), ConvertFormat::Csv, &check).unwrap();
    assert_eq!(read(again.path()), text);
    let errors = [None, Some(b','), Some(b'n')].map(|sign| {
        let dialect = sign.map(|sign| Dialect::new().item_separator(sign));
        let options = Options::new().dialect(dialect.unwrap_or_default());
        let error = convert(typed.path(), ConvertFormat::Csv, &options).unwrap_err();
        error.to_string()
    });
    insta::assert_snapshot!("lists_in_csv", errors.join("\n"));
}

#[test]
fn receipt_is_of_its_schema() {
    let text = "person,loan_month,return_month,department,renewals,fine_class\n\
         1,2011-03,2011-04,01,2,\n\
         x,2011-05,,01,0,\n\
         4,2011-05,,01,99999,\n";
    let mut renames = Renames::default();
    renames.add(None, "lezer", "person");
    let text = text.replace("person", "lezer");
    let check = Options::new().renames(renames);
    let options = to_csv().check(check).null_on_error();
    let (converted, _) = convert(&[("loan.csv", &text)], &options);
    let receipt = serde_json::to_value(converted.receipt.unwrap()).unwrap();
    let pointers = [
        "/format",
        "/to",
        "/null_on_error",
        "/options/separator",
        "/blocks/0/sources/0/sha256",
        "/blocks/0/sources/0/renamed",
        "/blocks/0/written/bytes",
        "/blocks/0/repairs/0/check",
        "/blocks/0/rows_left_out",
    ];
    assert_schema(
        "receipt-1.json",
        receipt_schema().as_value(),
        &receipt,
        &pointers,
    );
}
