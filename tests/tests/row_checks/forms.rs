//! Lists that declare the form of their codes: readers, checks, JSON Schema and random rows follow it.

use beraad_schema::{Block, Code, ViolationKind, arbitrary, arrow, json_schema};
use serde_json::{Value as Json, json};

use crate::invented::{Delivery, Package, model};

fn delivery(columns: &Json) -> Result<Delivery, String> {
    let mut row = json!({ "person": 7, "postcodes": [] });
    for (name, value) in columns.as_object().unwrap() {
        row[name] = value.clone();
    }
    serde_json::from_value(row).map_err(|error| error.to_string())
}

/// Columns that are valid, and columns of which one code has another form.
const VALID: [fn() -> Json; 6] = [
    || json!({ "establishment": "73282932000074" }),
    || json!({ "postcodes": ["SW1 1AA", "N12 9ZZ"] }),
    || json!({ "item": "1" }),
    || json!({ "item": "12345678" }),
    || json!({ "item": "1234567890123" }),
    || json!({ "package": "BOX-000002" }),
];
const INVALID: [(&str, fn() -> Json); 6] = [
    (
        "establishment",
        || json!({ "establishment": "7328293200007" }),
    ),
    ("establishment", || json!({ "establishment": "" })),
    (
        "postcodes",
        || json!({ "postcodes": ["SW1 1AA", "SW11AA"] }),
    ),
    ("item", || json!({ "item": "0" })),
    ("item", || json!({ "item": "123456789" })),
    ("package", || json!({ "package": "BOX-000003" })),
];

#[test]
fn code_of_another_form_is_an_error_of_its_column() {
    for columns in VALID {
        delivery(&columns()).unwrap();
    }
    for (column, columns) in INVALID {
        let error = delivery(&columns()).unwrap_err();
        assert!(
            error.starts_with(&format!("column `{column}`: ")),
            "{error}"
        );
    }
    let error = delivery(&json!({ "establishment": "7328293200007" })).unwrap_err();
    assert_eq!(
        error,
        "column `establishment`: not of the form of the codes of the list `establishment`, expected 14 characters"
    );
    let error = delivery(&json!({ "item": "1 " })).unwrap_err();
    assert_eq!(
        error,
        "column `item`: a code with a space before or after it; write it without the space"
    );
}

#[test]
fn schema_accepts_what_the_reader_accepts() {
    let schema = json_schema::schema_of::<Delivery>().to_value();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let is_valid = |columns: Json| {
        let mut row = json!({ "person": 7, "postcodes": [] });
        for (name, value) in columns.as_object().unwrap() {
            row[name] = value.clone();
        }
        validator.is_valid(&row)
    };
    assert!(VALID.iter().all(|columns| is_valid(columns())));
    assert!(!INVALID.iter().any(|(_, columns)| is_valid(columns())));
    let item = &schema["properties"]["item"];
    assert_eq!(item["pattern"], "^(?:[1-9]|[0-9]{8}([0-9]{5})?)$");
    assert_eq!(
        (&item["minLength"], &item["maxLength"]),
        (&json!(1), &json!(13))
    );
    let establishment = &schema["properties"]["establishment"];
    assert_eq!(establishment["minLength"], 14);
    assert_eq!(establishment["pattern"], "^[ -~]{0,32}$");
}

#[test]
fn check_reports_a_code_of_another_form() {
    let mut row = delivery(&json!({})).unwrap();
    assert!(row.check(model()).is_empty());
    // A constructor does not look a code up, so that rules and tests can have any.
    row.postcodes = vec![Code::new("SW1 1AA"), Code::new("SW1")];
    row.establishment = Some(Code::new("1"));
    let violations = row.check(model());
    let shown: Vec<_> = violations.iter().map(ToString::to_string).collect();
    assert_eq!(
        shown,
        [
            "delivery.establishment: invalid_code_form: each code has the form of the codes of the list establishment: 14 characters",
            "delivery.postcodes: invalid_code_form: each code has the form of the codes of the list postcode: 7 to 9 characters that match `[A-Z]{1,2}[0-9]{1,2} [0-9][A-Z]{2}`",
        ]
        .map(|line| line.replace("7 to 9", "6 to 8"))
    );
    assert!(
        matches!(&violations[0].kind, ViolationKind::InvalidCodeForm { list, .. } if list == "establishment")
    );
    assert_eq!(
        violations[0]
            .message
            .get(beraad_schema::describe::Language::NL),
        "elke code heeft de vorm van de codes van de lijst establishment: 14 tekens"
    );
}

#[test]
fn row_with_a_code_of_another_form_is_not_written_to_a_batch() {
    let mut rows = vec![delivery(&json!({ "item": "1" })).unwrap(); 3];
    rows[1].item = Some(Code::new("0"));
    rows[2].item = Some(Code::new("0"));
    let error = arrow::to_batch(&rows).unwrap_err().to_string();
    assert_eq!(
        error.lines().nth(1),
        Some(
            "  column `item`: 2 times, first in row 1: not of the form of the codes of the list `item`, expected 1 to 13 characters that match `[1-9]|[0-9]{8}([0-9]{5})?`"
        )
    );
}

#[test]
fn random_rows_have_codes_of_the_form() {
    let rows: Vec<Delivery> = arbitrary::rows_from_seed(model(), 17).take(400).collect();
    assert!(rows.iter().all(|row| row.check(model()).is_empty()));
    let establishments = rows.iter().filter(|row| row.establishment.is_some());
    assert!(establishments.count() > 200);
    let lengths: std::collections::BTreeSet<_> = rows
        .iter()
        .filter_map(|row| Some(row.item?.as_str().len()))
        .collect();
    assert_eq!(Vec::from_iter(lengths), [1, 8, 13]);
    for row in &rows {
        let json = serde_json::to_value(row).unwrap();
        assert_eq!(serde_json::from_value::<Delivery>(json).unwrap(), *row);
    }
    let batch = arrow::to_batch(&rows).unwrap();
    assert_eq!(arrow::from_batch::<Delivery>(&batch).unwrap(), rows);
}

#[test]
fn closed_list_may_have_long_codes() {
    assert_eq!(size_of::<Package>(), 1);
    assert_eq!("BOX-000001".parse::<Package>(), Ok(Package::Small));
    assert_eq!(json!(Package::Large), "BOX-000002");
    assert_eq!(
        json_schema::schema_of::<Delivery>().to_value()["properties"]["package"]["enum"][0],
        "BOX-000001"
    );
}
