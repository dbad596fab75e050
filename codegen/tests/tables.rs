//! The tables: CSV for programs, CSV for a spreadsheet, and the workbook.

#![cfg(feature = "workbook")]

mod common;

use std::io::Cursor;

use beraad_codegen::{FORMATS, find_format};
use beraad_schema::describe::{CodeEntry, Label, Language, Meaning, Model};
use calamine::{Data, Reader, Xlsx};
use common::{code_list, emit, small_model, text};

const TABLES: [&str; 7] = [
    "blocks",
    "variables",
    "code_lists",
    "codes",
    "breaks",
    "rules",
    "awaited",
];

type Rows = Vec<Vec<String>>;

fn files(format: &str, model: &Model) -> Vec<(String, Vec<u8>)> {
    emit(find_format(FORMATS, format).unwrap(), model)
}

fn csv_rows(text: &str, delimiter: u8) -> Rows {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .from_reader(text.as_bytes());
    let records = reader.records().map(|record| record.unwrap());
    records
        .map(|record| record.iter().map(str::to_owned).collect())
        .collect()
}

fn program_table(model: &Model, table: &str) -> Rows {
    let files = files("tables_csv", model);
    csv_rows(&text(&files, &format!("tables/{table}.csv")), b',')
}

fn workbook(model: &Model) -> Xlsx<Cursor<Vec<u8>>> {
    let [(path, content)] = &*files("workbook", model) else {
        panic!("one file");
    };
    assert_eq!(path, "codebook.xlsx");
    Xlsx::new(Cursor::new(content.clone())).unwrap()
}

/// Returns the cells of a sheet, all of which are texts.
fn sheet_rows(workbook: &mut Xlsx<Cursor<Vec<u8>>>, name: &str) -> Rows {
    let range = workbook.worksheet_range(name).unwrap();
    let cell = |cell: &Data| match cell {
        Data::Empty => String::new(),
        Data::String(text) => text.clone(),
        other => panic!("{name}: a cell that is not a text: {other:?}"),
    };
    range
        .rows()
        .map(|row| row.iter().map(cell).collect())
        .collect()
}

/// A model with texts that a spreadsheet or a program might take for something else.
fn hostile_model() -> Model {
    let mut model = small_model();
    let texts = [
        "=cmd|' /C calc'!A0",
        "+1",
        "-1+1",
        "@SUM(A1:A9)",
        "<script>alert(1)</script>",
        "a \"quoted\" 'text'; with, separators",
        "first\nsecond",
        "a\u{202e}b",
        "_x0041_",
    ];
    let list = code_list(&mut model, "department");
    for (number, label) in texts.iter().enumerate() {
        let label = Label::new([(Language::NL, *label), (Language::EN, *label)]);
        let code = format!("0{number}");
        list.codes
            .push(CodeEntry::new(code, vec![Meaning::new(label)]));
    }
    let list = code_list(&mut model, "department");
    for code in ["=1+1", "-9", "1E5", "TRUE"] {
        let label = Label::new([(Language::NL, "tekst"), (Language::EN, "text")]);
        list.codes
            .push(CodeEntry::new(code, vec![Meaning::new(label)]));
    }
    model
}

#[test]
fn tables_of_the_small_model() {
    for table in TABLES {
        let rows = program_table(&small_model(), table);
        let (header, rows) = rows.split_first().unwrap();
        let mut shown = String::new();
        for row in rows {
            for (name, cell) in header.iter().zip(row) {
                if !cell.is_empty() {
                    shown.extend([&**name, ": ", &**cell, "\n"]);
                }
            }
            shown.push('\n');
        }
        insta::assert_snapshot!(table, shown);
    }
}

#[test]
fn workbook_has_the_cells_of_the_tables_as_texts() {
    for model in [small_model(), hostile_model()] {
        let mut workbook = workbook(&model);
        assert_eq!(workbook.sheet_names()[1..], TABLES);
        for table in TABLES {
            let expected = program_table(&model, table);
            // A workbook shows control characters by their numbers.
            let shown = |cell: &String| beraad_schema::describe::visible_code(cell);
            let expected: Rows = expected
                .iter()
                .map(|row| row.iter().map(shown).collect())
                .collect();
            assert_eq!(sheet_rows(&mut workbook, table), expected, "{table}");
        }
    }
}

#[test]
fn workbook_has_no_formula() {
    let mut workbook = workbook(&hostile_model());
    for name in workbook.sheet_names() {
        let formulas = workbook.worksheet_formula(&name).unwrap();
        assert!(formulas.is_empty(), "{name}: {formulas:?}");
    }
}

#[test]
fn text_that_is_too_long_for_a_cell_is_cut_visibly() {
    let mut model = small_model();
    let long = "\u{1f4da}".repeat(20_000);
    let entry = code_list(&mut model, "department").codes.first_mut();
    entry.unwrap().meanings[0].label = Label::new([(Language::EN, long.clone())]);
    let rows = sheet_rows(&mut workbook(&model), "codes");
    let cut = rows
        .iter()
        .flatten()
        .find(|cell| cell.starts_with('\u{1f4da}'));
    let cut = cut.unwrap();
    assert!(cut.ends_with("the CSV has all of it)"), "{}", cut.len());
    assert!(cut.encode_utf16().count() <= 32_767);
    let rows = program_table(&model, "codes");
    assert!(rows.iter().flatten().any(|cell| *cell == long));
}

#[test]
fn spreadsheet_takes_no_cell_of_the_csv_for_a_formula() {
    let files = files("tables_excel", &hostile_model());
    for (path, content) in &files {
        let content = String::from_utf8(content.clone()).unwrap();
        let content = content.strip_prefix('\u{feff}').expect("a byte order mark");
        for cell in csv_rows(content, b';').iter().flatten() {
            assert!(!cell.starts_with(['=', '+', '-', '@']), "{path}: {cell}");
        }
    }
}

#[test]
fn codes_with_one_label_name_each_other() {
    let mut model = small_model();
    let label = Label::new([(Language::NL, "zelfde"), (Language::EN, "same")]);
    for text in ["X1", "X2"] {
        let entry = CodeEntry::new(text, vec![Meaning::new(label.clone())]);
        code_list(&mut model, "department").codes.push(entry);
    }
    let rows = program_table(&model, "codes");
    let column = |name: &str| rows[0].iter().position(|it| it == name).unwrap();
    let (code, same) = (column("code"), column("codes_with_same_label"));
    let row = rows.iter().find(|row| row[code] == "X1").unwrap();
    assert_eq!(row[same], "X2");
}
