//! The DDI-Codebook files.

mod common;

use beraad_codegen::{FORMATS, Options, find_format};
use beraad_schema::describe::Model;
use common::hostile::hostile_model;
use common::{emit, emit_with, small_model, text};
use quick_xml::Reader;
use quick_xml::events::Event;

fn codebook(model: &Model, version: &str) -> String {
    let files = emit(find_format(FORMATS, "ddi").unwrap(), model);
    text(&files, &format!("ddi/codebook-{version}.xml"))
}

/// Returns the lines from the first that contains `start` to the first after it that contains `end`.
fn lines_between(xml: &str, start: &str, end: &str) -> String {
    let lines = xml.lines().skip_while(|line| !line.contains(start));
    let mut found: Vec<_> = Vec::new();
    for line in lines {
        found.push(line);
        if line.contains(end) {
            break;
        }
    }
    found.join("\n")
}

#[test]
fn codebook_of_a_block() {
    let options = Options::new(FORMATS).with_blocks(["member"]);
    let format = find_format(FORMATS, "ddi").unwrap();
    let files = emit_with(format, &small_model(), &options);
    insta::assert_snapshot!(text(&files, "ddi/codebook-2.5.xml"));
}

#[test]
fn variable_of_an_open_list_has_a_category_for_each_period() {
    let xml = codebook(&small_model(), "2.6");
    let variable = lines_between(&xml, r#"<var ID="variable.loan.department""#, "</var>");
    insta::assert_snapshot!(variable);
}

#[test]
fn versions_differ_in_their_number_only() {
    let model = small_model();
    let [old, new] = ["2.5", "2.6"].map(|version| codebook(&model, version));
    let renamed = old.replacen(
        r#""ddi:codebook:2_5" version="2.5""#,
        r#""ddi:codebook:2_6" version="2.6""#,
        1,
    );
    assert_eq!(renamed, new);
}

#[test]
fn hostile_labels_and_codes_stay_text() {
    let xml = codebook(&hostile_model(), "2.5");
    let mut reader = Reader::from_str(&xml);
    while reader.read_event().unwrap() != Event::Eof {}
    assert!(!xml.contains("<script"));
    let variable = lines_between(&xml, r#"<var ID="variable.member.sex""#, "</var>");
    insta::assert_snapshot!(lines_between(&variable, "<catgry", "<concept"));
}
