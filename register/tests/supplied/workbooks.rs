//! Workbooks: as people save them, and damaged ones.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use beraad_describe::{Model, Period};
use beraad_register::{SuppliedLists, TemplateWorkbook};
use proptest::prelude::*;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet, XlsxError};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::{errors, list, read, small_model};

type Written = Result<(), XlsxError>;

/// A workbook with one sheet.
fn workbook(name: &str, write: impl FnOnce(&mut Worksheet) -> Written) -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.set_name(name).expect("a name");
    write(sheet).expect("a sheet");
    workbook.save_to_buffer().expect("a workbook")
}

/// Writes texts into a sheet, from a row on.
fn texts(sheet: &mut Worksheet, first: u32, rows: &[&[&str]]) -> Written {
    for (row, cells) in (first..).zip(rows) {
        for (column, cell) in (0..).zip(*cells) {
            if !cell.is_empty() {
                sheet.write_string(row, column, *cell)?;
            }
        }
    }
    Ok(())
}

/// The outcome of reading a workbook: the errors, or the meanings of the lists with the warnings.
fn outcome(bytes: Vec<u8>) -> String {
    let files = [("codelists.xlsx", bytes)];
    let mut shown = String::new();
    match read(&files) {
        Err(errors) => writeln!(shown, "{errors}"),
        Ok(lists) => {
            let mut model = small_model();
            lists.merge_into(&mut model);
            for (id, file) in lists.files() {
                let complete = if file.complete { ", complete" } else { "" };
                writeln!(shown, "{id} from {}{complete}", file.file).expect("a text");
                for entry in &list(&model, id).codes {
                    let code = entry.code.as_ref();
                    let code = code.map_or("no code".to_owned(), |code| format!("{code:?}"));
                    for meaning in &entry.meanings {
                        let label: Vec<_> = meaning.label.iter().map(|(_, text)| text).collect();
                        let Period { from, to, .. } = meaning.period;
                        let day = |day: Option<_>| {
                            day.map_or("..".to_owned(), |day: beraad_describe::Date| {
                                day.to_string()
                            })
                        };
                        let bounds = meaning.class.as_ref().map_or(String::new(), |class| {
                            format!(" {:?} {:?}", class.lower, class.upper)
                        });
                        writeln!(
                            shown,
                            "  {code} {} {} {}{bounds}",
                            label.join(" / "),
                            day(from),
                            day(to)
                        )
                        .expect("a text");
                    }
                }
            }
            for warning in &lists.warnings().first {
                let warning = warning.to_string();
                let place = warning.find("codelists.xlsx").expect("the file");
                writeln!(shown, "warning: {}", &warning[place..]).expect("a text");
            }
            if lists.is_empty() {
                shown.push_str("nothing\n");
            }
            Ok(())
        }
    }
    .expect("a text");
    shown
}

#[test]
#[expect(
    clippy::too_many_lines,
    reason = "one case for each way to fill in a sheet"
)]
fn workbook_is_read_as_people_fill_it_in() {
    let day = |year, month, day| ExcelDateTime::from_ymd(year, month, day).expect("a day");
    let date = Format::new().set_num_format("dd/mm/yyyy");
    let header: &[&str] = &["code", "nl", "en", "valid_from", "valid_to"];
    let cases: Vec<(&str, Vec<u8>)> = vec![
        (
            "texts",
            workbook("language", |sheet| {
                texts(
                    sheet,
                    0,
                    &[
                        &["# a comment, with a comma"],
                        &["complete", "yes"],
                        header,
                        &["01", "een", "one"],
                        &["A", "twee"],
                    ],
                )
            }),
        ),
        (
            "a title, an empty row, and columns in another order, from the third column on",
            workbook("language", |sheet| {
                texts(
                    sheet,
                    1,
                    &[
                        &["", "", "Talen"],
                        &[],
                        &["", "", "nl", "code"],
                        &[],
                        &["", "", "een", "1"],
                    ],
                )
            }),
        ),
        (
            "real days, and days as texts",
            workbook("language", |sheet| {
                texts(
                    sheet,
                    0,
                    &[
                        header,
                        &["1", "een"],
                        &["2", "twee", "", "1/01/2012", "31/12/2013"],
                    ],
                )?;
                sheet.write_datetime_with_format(1, 3, day(2005, 1, 1), &date)?;
                sheet.write_datetime_with_format(1, 4, day(2011, 12, 31), &date)?;
                Ok(())
            }),
        ),
        (
            "a day with a time",
            workbook("language", |sheet| {
                texts(sheet, 0, &[header, &["1", "een"]])?;
                let time = ExcelDateTime::parse_from_str("2005-01-01T10:30:00")?;
                sheet.write_datetime_with_format(1, 3, time, &date)?;
                Ok(())
            }),
        ),
        (
            "numbers: a code that lost its zero, and one whose format shows it",
            workbook("department", |sheet| {
                texts(
                    sheet,
                    0,
                    &[
                        &["code", "nl"],
                        &["", "Kinderen"],
                        &["", "Muziek"],
                        &["", "Zang"],
                    ],
                )?;
                sheet.write_number(1, 0, 9)?;
                sheet.write_number(2, 0, 1)?;
                sheet.write_number_with_format(3, 0, 2, &Format::new().set_num_format("00"))?;
                Ok(())
            }),
        ),
        (
            "numbers that are not codes",
            workbook("language", |sheet| {
                texts(
                    sheet,
                    0,
                    &[
                        &["code", "nl"],
                        &["", "een"],
                        &["", "twee"],
                        &["", "drie"],
                        &["", "vier"],
                    ],
                )?;
                sheet.write_number(1, 0, 1.5)?;
                sheet.write_number(2, 0, 123_456_789_012_345_678.0)?;
                sheet.write_datetime_with_format(3, 0, day(2024, 3, 4), &date)?;
                sheet.write_boolean(4, 0, true)?;
                Ok(())
            }),
        ),
        (
            "merged codes",
            workbook("language", |sheet| {
                texts(
                    sheet,
                    0,
                    &[
                        header,
                        &["", "een", "", "2005-01-01", "2009-12-31"],
                        &["", "uno", "", "2010-01-01"],
                        &["2", "twee"],
                    ],
                )?;
                sheet.merge_range(1, 0, 2, 0, "1", &Format::new())?;
                Ok(())
            }),
        ),
        (
            "merged labels",
            workbook("language", |sheet| {
                texts(sheet, 0, &[header, &["1"]])?;
                sheet.merge_range(1, 1, 1, 2, "een", &Format::new())?;
                Ok(())
            }),
        ),
        (
            "a merged title",
            workbook("language", |sheet| {
                texts(sheet, 1, &[header, &["1", "een"]])?;
                sheet.merge_range(0, 0, 0, 4, "Talen", &Format::new())?;
                Ok(())
            }),
        ),
        (
            "a label of several lines, and one of a formula",
            workbook("language", |sheet| {
                texts(sheet, 0, &[&["code", "nl"], &["1", "een\nen twee"], &["2"]])?;
                sheet.write_formula(
                    2,
                    1,
                    rust_xlsxwriter::Formula::new("=1/0").set_result("#DIV/0!"),
                )?;
                Ok(())
            }),
        ),
        (
            "the empty text as a code",
            workbook("language", |sheet| {
                texts(sheet, 0, &[&["code", "nl"], &["\"\"", "leeg"]])
            }),
        ),
        (
            "a code with a space, and one with a no-break space",
            workbook("language", |sheet| {
                texts(
                    sheet,
                    0,
                    &[&["code", "nl"], &["1 ", "een"], &["2\u{a0}", "twee"]],
                )
            }),
        ),
        (
            "bounds as numbers, and as texts with a comma",
            workbook("fine_class", |sheet| {
                texts(
                    sheet,
                    0,
                    &[
                        &["code", "nl", "lower", "upper", "closed", "currency"],
                        &["7", "zeven", "", "", "left", "EUR"],
                        &["8", "acht", "500,50", "1.000,25", "left", "EUR"],
                    ],
                )?;
                sheet.write_number(1, 2, 0)?;
                sheet.write_number(1, 3, 500)?;
                Ok(())
            }),
        ),
        (
            "a word that is not in the drop-down",
            workbook("language", |sheet| {
                texts(
                    sheet,
                    0,
                    &[&["code", "nl", "missing"], &["9", "onbekend", "weet niet"]],
                )
            }),
        ),
        (
            "a column that the list does not have, and a text outside all columns",
            workbook("language", |sheet| {
                texts(
                    sheet,
                    0,
                    &[&["code", "nl", "intern"], &["1", "een", "x", "", "y"]],
                )
            }),
        ),
        (
            "a cell far below, with a value",
            workbook("language", |sheet| {
                texts(sheet, 0, &[&["code", "nl"], &["1", "een"]])?;
                texts(sheet, 900_000, &[&["x"]])
            }),
        ),
        (
            "a cell far right, with a value",
            workbook("language", |sheet| {
                texts(sheet, 0, &[&["code", "nl"], &["1", "een"]])?;
                sheet.write_string(1, 700, "x")?;
                Ok(())
            }),
        ),
        (
            "no header",
            workbook("language", |sheet| texts(sheet, 0, &[&["1", "een"]])),
        ),
        (
            "another sheet",
            workbook("languages", |sheet| {
                texts(sheet, 0, &[&["code", "nl"], &["1", "een"]])
            }),
        ),
        (
            "the name of a list in capitals",
            workbook("LANGUAGE", |sheet| {
                texts(sheet, 0, &[&["code", "nl"], &["1", "een"]])
            }),
        ),
        ("an empty sheet", workbook("Blad1", |_| Ok(()))),
        (
            "another file under this name",
            b"PK\x03\x04 and more".to_vec(),
        ),
    ];
    let mut shown = String::new();
    for (what, bytes) in cases {
        writeln!(shown, "# {what}\n{}", outcome(bytes)).expect("a text");
    }
    insta::assert_snapshot!("workbooks", shown);
}

#[test]
fn workbook_with_the_name_of_a_list_may_have_any_sheet() {
    let bytes = workbook("Blad1", |sheet| {
        texts(sheet, 0, &[&["code", "nl"], &["1", "een"]])
    });
    let lists = read(&[("language.XLSX", bytes)]).expect("no error");
    assert_eq!(
        lists.files().map(|it| it.0).collect::<Vec<_>>(),
        ["language"]
    );
}

#[test]
fn list_in_two_files_is_an_error() {
    let bytes = workbook("language", |sheet| {
        texts(sheet, 0, &[&["code", "nl"], &["1", "een"]])
    });
    let found = errors(&[
        ("codelists.xlsx", bytes),
        ("language.csv", b"code,nl\n2,twee\n".to_vec()),
    ]);
    assert!(
        found
            .to_string()
            .contains("duplicate file for the list `language`, beside `codelists.xlsx`"),
        "{found}"
    );
}

/// The template of all lists that are still to come.
fn template(model: &Model) -> Vec<u8> {
    let mut workbook = TemplateWorkbook::new(model);
    workbook.explain(vec!["=cmd|' /C calc'!A0".into()]);
    for list in model.code_lists.iter().filter(|list| list.awaits_codes()) {
        workbook.explain(vec![list.id.to_string(), "a list".into()]);
        workbook.add(
            list,
            vec![
                "Please complete".into(),
                String::new(),
                "code, nl: \"x\"".into(),
            ],
        );
    }
    workbook.to_bytes().expect("a workbook")
}

#[test]
fn template_supplies_nothing_and_has_the_same_bytes_every_time() {
    let model = small_model();
    let bytes = template(&model);
    assert_eq!(bytes, template(&model));
    assert_eq!(outcome(bytes), "nothing\n");
}

/// The sheet of a template with the label `Nederlands`, which is published without its code, and with another label.
fn completed(code: &str, other: &str) -> Vec<u8> {
    workbook("language", |sheet| {
        let rows: &[&[&str]] = &[
            &["# Please complete"],
            &["complete", "no"],
            &["code", "nl", "en"],
            &[code, "Nederlands", "Dutch"],
            &[other, if other.is_empty() { "" } else { "Frans" }],
        ];
        texts(sheet, 0, rows)
    })
}

#[test]
fn label_without_a_code_is_an_error_once_the_list_has_one() {
    assert_eq!(outcome(completed("", "")), "nothing\n");
    let found = outcome(completed("", "FR"));
    assert_eq!(
        found,
        "codelists.xlsx, sheet language, row 4: the label `Nederlands` does not have a code yet; write its code, or remove the row if the data do not have it\n"
    );
    let found = outcome(completed("NL", "FR"));
    assert_eq!(
        found,
        "language from codelists.xlsx\n  \"NL\" Dutch / Nederlands .. ..\n  \"FR\" Frans .. ..\n"
    );
}

/// The parts of a workbook, changed and packed again.
fn repacked(bytes: &[u8], change: impl Fn(&str, &mut Vec<u8>)) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("a workbook");
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).expect("a part");
        let mut content = Vec::new();
        std::io::copy(&mut part, &mut content).expect("a part");
        let name = part.name().expect("a name").into_owned();
        change(&name, &mut content);
        writer
            .start_file(name, SimpleFileOptions::default())
            .expect("a part");
        writer.write_all(&content).expect("a part");
    }
    writer.finish().expect("a workbook").into_inner()
}

/// A sheet with these rows below a header, and with more that a function writes.
fn rows(rows: &[&[&str]], write: impl FnOnce(&mut Worksheet) -> Written) -> Vec<u8> {
    workbook("language", |sheet| {
        texts(sheet, 0, &[&["code", "nl", "en", "remark"]])?;
        texts(sheet, 1, rows)?;
        write(sheet)
    })
}

#[test]
#[expect(clippy::too_many_lines, reason = "one case for each form of a cell")]
fn cell_that_shows_another_thing_than_is_read_is_reported() {
    let struck = Format::new().set_font_strikethrough();
    let white = Format::new().set_font_color("FFFFFF");
    let white_on_blue = white.clone().set_background_color("0000FF");
    let as_number = |format: &str| Format::new().set_num_format(format);
    let two: &[&[&str]] = &[&["1", "een"], &["2", "twee"]];
    let three: &[&[&str]] = &[&["1", "een"], &["2", "twee"], &["3", "drie"]];
    let formula = |bytes: &[u8]| {
        repacked(bytes, |name, content| {
            if name.ends_with("sheet1.xml") {
                let text = String::from_utf8(content.clone()).expect("a text");
                *content = text
                    .replace("</f><v>0</v>", "</f><v></v>")
                    .replace("</f><v>x</v>", "</f><v></v>")
                    .into_bytes();
            }
        })
    };
    let cases: Vec<(&str, Vec<u8>)> = vec![
        (
            "a row that is struck through",
            rows(two, |sheet| {
                sheet.write_string_with_format(2, 0, "2", &struck)?;
                sheet.write_string_with_format(2, 1, "twee", &struck)?;
                Ok(())
            }),
        ),
        (
            "a label that is struck through, and a remark",
            rows(two, |sheet| {
                sheet.write_string_with_format(1, 3, "old", &struck)?;
                sheet.write_string_with_format(2, 1, "twee", &struck)?;
                Ok(())
            }),
        ),
        (
            "a label of which a part is struck through, and one of which all parts are",
            rows(two, |sheet| {
                let plain = Format::new();
                sheet.write_rich_string(1, 1, &[(&struck, "uno"), (&plain, " een & een")])?;
                sheet.write_rich_string(2, 1, &[(&struck, "tw"), (&struck, "ee")])?;
                Ok(())
            }),
        ),
        (
            "hidden rows",
            rows(three, |sheet| {
                sheet.set_row_hidden(1)?;
                sheet.set_row_hidden(2)?;
                sheet.set_row_hidden(7)?;
                Ok(())
            }),
        ),
        (
            "a row of no height",
            rows(three, |sheet| {
                sheet.set_row_height(3, 0)?;
                Ok(())
            }),
        ),
        (
            "white text, and white text on another colour",
            rows(three, |sheet| {
                sheet.write_string_with_format(1, 1, "een", &white)?;
                sheet.write_string_with_format(2, 1, "twee", &white_on_blue)?;
                Ok(())
            }),
        ),
        (
            "numbers whose format shows another text, and bounds",
            rows(&[&["", "een"], &["", "twee"], &["", "drie"]], |sheet| {
                sheet.write_number_with_format(1, 0, 1, &as_number("\"K\"0"))?;
                sheet.write_number_with_format(2, 0, 0.1, &as_number("0%"))?;
                sheet.write_number_with_format(3, 0, 3, &as_number("#,##0"))?;
                Ok(())
            }),
        ),
        (
            "formulas without a value",
            formula(&rows(three, |sheet| {
                sheet.write_formula(1, 1, "=CONCATENATE(\"e\",\"en\")")?;
                sheet.write_formula(2, 0, "=1+1")?;
                Ok(())
            })),
        ),
        (
            "a formula whose value is the empty text, and one without a value in no column of the list",
            formula(&rows(three, |sheet| {
                let empty = rust_xlsxwriter::Formula::new("=\"\"").set_result("x");
                sheet.write_formula(1, 2, empty)?;
                sheet.write_formula(1, 6, "=1+1")?;
                Ok(())
            })),
        ),
        (
            "a code of two lines",
            rows(&[&["1\n2", "een"], &["3\n", "drie"]], |_| Ok(())),
        ),
        (
            "a hidden sheet",
            two_sheets(|sheet| texts(sheet, 0, &[&["code", "nl"], &["1", "een"]])),
        ),
        (
            "a hidden sheet without codes",
            two_sheets(|sheet| texts(sheet, 0, &[&["code", "nl"]])),
        ),
    ];
    let mut shown = String::new();
    for (what, bytes) in cases {
        writeln!(shown, "# {what}\n{}", outcome(bytes)).expect("a text");
    }
    insta::assert_snapshot!("forms", shown);
}

/// A workbook with a sheet that is shown, and a hidden one.
fn two_sheets(write: impl FnOnce(&mut Worksheet) -> Written) -> Vec<u8> {
    let mut workbook = Workbook::new();
    workbook
        .add_worksheet()
        .set_name("read-me")
        .expect("a name");
    let sheet = workbook.add_worksheet();
    sheet.set_name("language").expect("a name");
    sheet.set_hidden(true);
    write(sheet).expect("a sheet");
    workbook.save_to_buffer().expect("a workbook")
}

#[test]
fn workbook_that_unpacks_to_gigabytes_is_refused() {
    let bytes = workbook("language", |sheet| {
        texts(sheet, 0, &[&["code", "nl"], &["1", "een"]])
    });
    let bytes = repacked(&bytes, |name, content| {
        if name.ends_with("styles.xml") {
            content.extend(vec![b' '; 200 << 20]);
        }
    });
    assert!(bytes.len() < 1 << 20);
    let found = outcome(bytes);
    assert!(
        found.contains("larger than 128 MB once it is unpacked"),
        "{found}"
    );
}

#[test]
fn text_that_is_repeated_in_many_cells_is_limited() {
    let long = "x".repeat(32_000);
    let bytes = workbook("language", |sheet| {
        texts(sheet, 0, &[&["code", "nl", "en"]])?;
        for row in 1..2_000 {
            sheet.write_string(row, 1, &long)?;
        }
        Ok(())
    });
    let found = outcome(bytes);
    assert!(found.contains("more than 16 MB of text"), "{found}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn damaged_workbook_gives_lists_or_errors(
        part in 0..12_usize,
        changes in prop::collection::vec((0..4_000_usize, any::<u8>()), 1..8),
    ) {
        let model = small_model();
        let bytes = template(&model);
        let number = std::cell::Cell::new(0);
        let bytes = repacked(&bytes, |_, content| {
            if number.replace(number.get() + 1) % 12 == part && !content.is_empty() {
                for (place, byte) in &changes {
                    let place = place % content.len();
                    content[place] = *byte;
                }
            }
        });
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::write(folder.path().join("codelists.xlsx"), bytes).expect("a file");
        // Either is fine: nothing panics.
        let _ = SuppliedLists::read(folder.path(), &model).map(|lists| lists.is_empty());
    }
}
