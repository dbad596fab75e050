//! Code lists that come with a delivery: a French file is merged, and rows are checked with it.

use std::fs;
use std::process::Command;

use beraad_register::{SuppliedLists, SupplyError};
use beraad_schema::describe::{Language, Model};
use beraad_schema::{Block, arbitrary};
use hospital_stays::{Patient, model};
use serde_json::json;

/// Returns the model with these files merged into it.
fn merged(files: &[(&str, &str)]) -> Result<Model, SupplyError> {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        fs::write(folder.path().join(name), text).unwrap();
    }
    let lists = SuppliedLists::read(folder.path(), model())?;
    let mut model = model().clone();
    lists.merge_into(&mut model);
    Ok(model)
}

const INCOME: &str = "# Fichier inventé.
code;fr;valid_from;valid_to;lower;upper;closed;currency;missing
A;moins de 20 000 euros;2041-01-01;2043-12-31;;20000;left;EUR;
B;20 000 euros et plus;2041-01-01;2043-12-31;20000;;left;EUR;
A;moins de 22 000 euros;2044-01-01;;;22000;left;EUR;
B;de 22 000 à 50 000 euros;2044-01-01;;22000;50000;left;EUR;
C;50 000 euros et plus;2044-01-01;;50000;;left;EUR;
R;refus de répondre;;;;;;;refused
";

fn patient(year: i32, class: &str) -> Patient {
    serde_json::from_value(json!({ "patient": 1, "year": year, "income_class": class })).unwrap()
}

#[test]
fn french_list_is_merged_and_rows_are_checked_with_it() {
    let model = merged(&[("income_class.csv", INCOME)]).unwrap();
    let list = model.code_list("income_class").unwrap();
    assert_eq!(list.codes.len(), 4);
    let refused = list.codes[3].meanings[0].missing;
    assert_eq!(refused.map(<&str>::from), Some("refused"));
    let label = &list.codes[0].meanings[0].label;
    assert_eq!(label.text(Language::FR), Some("moins de 20 000 euros"));
    assert_eq!(label.text(Language::EN), None, "no text is invented");
    for (year, class) in [
        (2042, "A"),
        (2043, "B"),
        (2044, "C"),
        (2060, "A"),
        (2042, "R"),
    ] {
        assert!(
            patient(year, class).check(&model).is_empty(),
            "{class} in {year}"
        );
    }
    let violations = patient(2042, "C").check(&model);
    let texts: Vec<_> = violations
        .iter()
        .map(|violation| violation.message.get(Language::FR))
        .collect();
    assert_eq!(
        texts,
        [
            "chaque code a une signification dans la liste income_class pendant la période d’observation"
        ]
    );
    for row in arbitrary::rows_from_seed::<Patient>(&model, 3).take(100) {
        assert!(row.check(&model).is_empty());
    }
}

#[test]
fn provider_is_not_asked_for_the_numbers_of_a_public_register() {
    let lists = model().code_lists.iter();
    let needed: Vec<_> = lists
        .filter(|list| list.awaits_codes())
        .map(|list| &*list.id)
        .collect();
    assert_eq!(needed, ["comfort_charge", "commune", "income_class"]);
    let mut program = Command::new(env!("CARGO_BIN_EXE_hospital-stays"));
    let output = program.arg("codelists").output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    // Without the line breaks of the terminal.
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        text.contains("siret: open no code is listed used by"),
        "{text}"
    );
    assert!(
        text.contains(
            "11 code lists: 6 published, 0 supplied, 2 to come with the delivery, 3 not listed."
        ),
        "{text}"
    );
}

#[test]
fn error_in_a_french_list_has_its_line() {
    let error = |name: &str, text: &str| {
        let merged = merged(&[(name, text)]).map(|_| ());
        merged.unwrap_err().to_string()
    };
    for (name, text, message) in [
        (
            "siret.csv",
            "code;fr\n123;Clinique\n",
            "siret.csv:2: invalid code `123`: expected 14 characters that match `[0-9]{14}`, the form of the codes of `siret`",
        ),
        (
            "income_class.csv",
            "code;nl\nA;minder\n",
            "income_class.csv:1: unknown column `nl`; expected `code`, `fr`, `en`",
        ),
        (
            "income_class.csv",
            "code;fr;missing\nA;refus;refus\n",
            "income_class.csv:2: unknown value `refus` in `missing`; expected `not_applicable`, `unknown`, `not_asked`, `refused`",
        ),
    ] {
        let error = error(name, text);
        assert!(error.contains(message), "{error}");
    }
}
