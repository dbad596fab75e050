//! The SAS script.

mod common;

use beraad_codegen::{FORMATS, find_format};
use common::{emit, scripts::hostile_model, small_model, text};

#[test]
fn script_reads_labels_and_checks_a_block() {
    let files = emit(find_format(FORMATS, "sas").unwrap(), &small_model());
    insta::assert_snapshot!(text(&files, "sas/en/loan.sas"));
}

#[test]
fn hostile_labels_and_codes_stay_texts_of_sas() {
    let files = emit(find_format(FORMATS, "sas").unwrap(), &hostile_model());
    insta::assert_snapshot!(text(&files, "sas/nl/member.sas"));
}
