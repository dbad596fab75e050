//! The R scripts.

mod common;

use beraad_codegen::{FORMATS, find_format};
use common::{emit, scripts::hostile_model, small_model, text};

/// A script without the functions that every script begins with.
fn without_functions(script: &str) -> String {
    let (header, rest) = script.split_once("beraad_read <- ").unwrap();
    let start = rest.find(" <- beraad_read(").unwrap();
    let start = rest[..start].rfind('\n').unwrap();
    format!("{header}[functions]\n{}", &rest[start..])
}

#[test]
fn base_script_has_factors_by_code() {
    let files = emit(find_format(FORMATS, "r").unwrap(), &small_model());
    insta::assert_snapshot!(without_functions(&text(&files, "r/en/loan.R")));
}

#[test]
fn labelled_script_has_numbers_and_tags() {
    let files = emit(find_format(FORMATS, "r").unwrap(), &small_model());
    insta::assert_snapshot!(without_functions(&text(&files, "r/en/loan_labelled.R")));
}

#[test]
fn hostile_labels_and_codes_stay_texts_of_r() {
    let files = emit(find_format(FORMATS, "r").unwrap(), &hostile_model());
    insta::assert_snapshot!(without_functions(&text(&files, "r/nl/member.R")));
}
