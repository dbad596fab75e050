//! Implausible values of rows: marks of missing values as codes, and days by which programs write an open end.

use beraad_schema::describe::{CodeEntry, Model, SuppliedFile};
use beraad_schema::{Block, RowWarningKind, ViolationKind};
use serde_json::{Value as Json, json};

use crate::invented::model;
use crate::{none, violations, violations_by, visit};

/// Returns the kind and the column of each warning about a row with these columns.
fn warnings(columns: &Json) -> Vec<(String, String)> {
    let warnings = visit(columns).warnings(model());
    let warnings = warnings.iter();
    warnings
        .map(|it| (it.kind.id().to_owned(), it.kind.column().to_owned()))
        .collect()
}

#[test]
fn mark_of_a_missing_value_is_a_violation_in_every_list_that_does_not_have_it() {
    for mark in ["NA", "N/A", "#N/A", "NULL", "nan", "None", "<NA>"] {
        for column in ["desk", "weekly", "other_desk", "desk_at_start"] {
            let found = violations(&json!({ column: mark }));
            assert_eq!(found, ["missing_value_mark"], "{column}: {mark}");
        }
        assert_eq!(
            violations(&json!({ "languages": ["nl", mark] })),
            ["missing_value_mark"]
        );
    }
    let found = visit(&json!({ "desk": "NA" })).check(model());
    assert!(
        matches!(&found[0].kind, ViolationKind::MissingValueMark { column, list } if column == "desk" && list == "desk")
    );
    assert!(
        found[0].to_string().contains("leave out the value"),
        "{}",
        found[0]
    );
}

#[test]
fn mark_that_the_list_has_is_a_code_and_so_is_another_text() {
    let mut with_mark = model().clone();
    for list in &mut with_mark.code_lists {
        list.codes.push(CodeEntry::new("NA", Vec::new()));
    }
    for column in ["desk", "weekly", "other_desk", "desk_at_start"] {
        assert_eq!(
            violations_by(&with_mark, &json!({ column: "NA" })),
            none(),
            "{column}"
        );
        assert_eq!(violations(&json!({ column: "NAM" })), none(), "{column}");
    }
}

#[test]
fn list_that_the_provider_supplied_completely_rejects_other_codes() {
    let supplied = |is_complete| -> Model {
        let mut model = model().clone();
        for list in &mut model.code_lists {
            let mut file = SuppliedFile::new(format!("{}.csv", list.id), "0".repeat(64));
            file.complete = is_complete;
            list.supplied_by = Some(file);
            list.codes.push(CodeEntry::new("S1", Vec::new()));
        }
        model
    };
    for column in ["desk", "weekly", "other_desk", "desk_at_start"] {
        let found = |model: &Model, code: &str| violations_by(model, &json!({ column: code }));
        assert_eq!(found(&supplied(true), "X9"), ["unknown_code"], "{column}");
        assert_eq!(found(&supplied(true), "S1"), none(), "{column}");
        assert_eq!(found(&supplied(false), "X9"), none(), "{column}");
    }
}

#[test]
fn day_of_an_open_end_and_a_day_far_outside_are_warnings() {
    for month in ["9999-12", "2999-12", "2099-12", "1900-01", "1753-01"] {
        let found = warnings(&json!({ "last_month": month }));
        assert_eq!(
            found,
            [("open_end".to_owned(), "last_month".to_owned())],
            "{month}"
        );
        assert_eq!(
            violations(&json!({ "last_month": month })),
            none(),
            "{month}"
        );
    }
    for month in ["2210-05", "1201-01"] {
        let found = warnings(&json!({ "last_month": month }));
        assert_eq!(
            found,
            [("far_outside".to_owned(), "last_month".to_owned())],
            "{month}"
        );
    }
    let found = warnings(&json!({ "card_years": [2010, 9999] }));
    assert_eq!(found, [("open_end".to_owned(), "card_years".to_owned())]);
}

#[test]
fn plausible_row_gives_no_warning_and_a_warning_does_not_show_the_value() {
    for columns in [
        json!({}),
        json!({ "first_month": "1900-02", "last_month": "2050-12" }),
        json!({ "card_years": [1900, 2010] }),
        json!({ "visits": 2_000_000 }),
    ] {
        assert_eq!(warnings(&columns), [], "{columns}");
    }
    let found = visit(&json!({ "last_month": "2210-05" })).warnings(model());
    assert!(matches!(found[0].kind, RowWarningKind::FarOutside { .. }));
    let shown = found[0].to_string();
    assert!(
        !shown.contains("2210") && shown.contains("assumption"),
        "{shown}"
    );
}

/// The model in which every open list has these codes.
fn with_codes(codes: &[&str]) -> Model {
    let mut model = model().clone();
    for list in &mut model.code_lists {
        list.codes.clear();
        let codes = codes
            .iter()
            .map(|code| CodeEntry::new((*code).to_owned(), Vec::new()));
        list.codes.extend(codes);
    }
    model
}

#[test]
fn code_that_is_nearly_one_of_an_open_list_is_a_warning_that_does_not_show_it() {
    let model = with_codes(&["01", "10", "A", "0"]);
    let near = [
        "1", "1.0", "001", "010", "10.0", "'01", "\"A\"", "a", "00", "0.0",
    ];
    for code in near {
        for column in ["desk", "weekly", "other_desk", "desk_at_start"] {
            let found = visit(&json!({ column: code })).warnings(&model);
            let kinds: Vec<_> = found
                .iter()
                .map(|it| (it.kind.id(), it.kind.column()))
                .collect();
            assert_eq!(kinds, [("near_code", column)], "{code}");
            assert_eq!(
                violations_by(&model, &json!({ column: code })),
                none(),
                "{code}"
            );
        }
        let found = visit(&json!({ "languages": ["01", code] })).warnings(&model);
        assert_eq!(found.len(), 1, "{code}");
    }
    let found = visit(&json!({ "desk": "007" })).warnings(&with_codes(&["7"]));
    let shown = format!("{} {:?}", found[0], found[0].message);
    assert!(!shown.contains('7'), "{shown}");
    assert!(
        matches!(&found[0].kind, RowWarningKind::NearCode { column, list } if column == "desk" && list == "desk")
    );
}

#[test]
fn sign_for_a_missing_value_in_an_open_list_is_a_warning() {
    for sign in [".", "-", "*", "?", "--", ".."] {
        for column in ["desk", "weekly", "other_desk", "desk_at_start"] {
            let found = warnings(&json!({ column: sign }));
            assert_eq!(
                found,
                [("missing_sign".to_owned(), column.to_owned())],
                "{sign}"
            );
            assert_eq!(
                visit(&json!({ column: sign })).warnings(&with_codes(&[sign])),
                []
            );
        }
    }
}

#[test]
fn other_code_of_an_open_list_gives_no_warning() {
    let model = with_codes(&["01", "10", "A", "m"]);
    for code in [
        "01", "10", "A", "m", "100", "1.1", "11", "AA", "1A", "0A1", "", "-1", "1.", ".1",
    ] {
        for column in ["desk", "weekly", "other_desk", "desk_at_start"] {
            assert_eq!(
                visit(&json!({ column: code })).warnings(&model),
                [],
                "{column}: {code}"
            );
        }
    }
    // A closed list rejects such codes.
    let found = violations_by(&with_codes(&["A"]), &json!({ "genre": "A" }));
    assert_eq!(found, none());
}
