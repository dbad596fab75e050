//! The files of a delivery: their names, and the table that lists others.

mod common;

use beraad_delivery::{Delivery, Options, Severity};
use beraad_schema::csv::{Dialect, encoding_rs};
use common::{folder, model};

const LOANS: &str =
    "person,loan_month,return_month,department,renewals,fine_class\n1,2011-03,2011-04,01,2,\n";
const MEMBERS: &str = "person,year,sex,parent_1_sex\n1,2011,M,V\n";

/// The messages about the files of a folder.
fn errors(files: &[(&str, &str)]) -> String {
    let folder = folder(files);
    let error = Delivery::open(folder.path(), &model()).unwrap_err();
    let path = folder.path().display().to_string();
    error.to_string().replace(&path, "FOLDER")
}

#[test]
fn table_lists_files_of_other_names() {
    let table = "[files]\nloan = \"lent.csv\"\nmember = [\"members/a.csv\", \"members/b.csv\"]\n";
    let folder = folder(&[
        ("delivery.toml", table),
        ("lent.csv", LOANS),
        ("members/a.csv", MEMBERS),
        ("members/b.csv", &MEMBERS.replace("1,2011", "2,2011")),
        ("members/.DS_Store", ""),
    ]);
    let model = model();
    let delivery = Delivery::open(folder.path(), &model).unwrap();
    let report = delivery.check(&Options::new()).unwrap();
    let files = report.blocks.iter().map(|block| {
        let paths: Vec<_> = block.files.iter().map(|file| &*file.path).collect();
        (&*block.block, block.rows, paths.join(" "))
    });
    assert_eq!(
        files.collect::<Vec<_>>(),
        [
            ("loan", 1, "lent.csv".to_owned()),
            ("member", 2, "members/a.csv members/b.csv".to_owned())
        ]
    );
}

#[test]
fn all_errors_of_a_table_are_reported_at_once() {
    let table = "[files]\nlone = \"loan.csv\"\nloan = [\"absent.csv\", \"../loan.csv\", \"/loan.csv\", \"loan.xlsx\", \"loan.csv\"]\n\
        member = [\"loan.csv\", \".//loan.csv\"]\n";
    insta::assert_snapshot!(errors(&[("delivery.toml", table), ("loan.csv", LOANS)]));
    insta::assert_snapshot!(
        "other_tables",
        ["[file]\n", "[files]\nloan = 1\n", "[files\n", "x"]
            .map(|table| errors(&[("delivery.toml", table)]))
            .join("\n")
    );
}

#[test]
fn file_that_the_table_does_not_list_is_an_error() {
    let table = "[files]\nmember = \"members/a.csv\"\n";
    insta::assert_snapshot!(errors(&[
        ("delivery.toml", table),
        ("members/a.csv", MEMBERS),
        ("members/b.csv", MEMBERS),
        ("members/2013/c.csv", MEMBERS),
        ("lent.csv", LOANS),
    ]));
}

#[test]
fn file_is_decoded_once() {
    let text = LOANS
        .replace("return_month", "t\u{e9}rug")
        .replace("person", "lez\u{e9}r");
    let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let latin: Vec<u8> = text
        .chars()
        .map(|char| u8::try_from(char).unwrap())
        .collect();
    for (encoding, bytes) in [
        (encoding_rs::UTF_16LE, utf16),
        (encoding_rs::WINDOWS_1252, latin),
    ] {
        let folder = folder(&[]);
        std::fs::write(folder.path().join("loan.csv"), bytes).unwrap();
        let model = model();
        let delivery = Delivery::open(folder.path(), &model).unwrap();
        let dialect = Dialect::new()
            .encoding(encoding)
            .rename("t\u{e9}rug", "return_month")
            .rename("lez\u{e9}r", "person");
        let report = delivery.check(&Options::new().dialect(dialect)).unwrap();
        let errors = report
            .findings()
            .filter(|it| it.severity == Severity::Error);
        assert_eq!(
            (report.rows(), errors.count()),
            (1, 0),
            "{}",
            encoding.name()
        );
    }
}

#[test]
fn byte_order_mark_within_a_file_hides_no_row() {
    let (header, row) = LOANS.split_once('\n').unwrap();
    // With a quote sign, records are read one by one.
    for department in ["01", "\"01\""] {
        let row = row.replace("01,2", &format!("{department},2"));
        let text = format!("{header}\n\u{feff}{row}{row}");
        let folder = folder(&[("loan.csv", &text)]);
        let model = model();
        let delivery = Delivery::open(folder.path(), &model).unwrap();
        let report = delivery.check(&Options::new()).unwrap();
        let errors = report
            .findings()
            .filter(|it| it.severity == Severity::Error);
        let errors = errors.map(|it| (it.check.id, it.column.as_deref(), it.lines[0].line));
        assert_eq!(report.rows(), 2, "{department}");
        assert_eq!(
            errors.collect::<Vec<_>>(),
            [("invalid-value", Some("person"), 2)],
            "{department}"
        );
    }
}

#[test]
fn pipe_and_file_are_reported_in_place_of_a_folder() {
    let folder = folder(&[("loan.csv", LOANS)]);
    let file = folder.path().join("loan.csv");
    let error = Delivery::open(&file, &model()).unwrap_err().to_string();
    assert!(error.contains("write the path of a folder"), "{error}");
}
