//! The scripts and the datasets of Stata.

mod common;

use beraad_codegen::{FORMATS, find_format};
use beraad_schema::describe::{Label, Language, Model};
use common::{block, code_list, emit, small_model, text};

fn script(model: &Model, id: &str) -> String {
    let files = emit(find_format(FORMATS, "stata").unwrap(), model);
    text(&files, &format!("stata/en/{id}.do"))
}

/// The names and labels of a dataset, without the zeros that fill a field.
fn dataset(model: &Model, id: &str) -> String {
    let files = emit(find_format(FORMATS, "stata").unwrap(), model);
    let path = format!("stata/en/{id}.dta");
    let (_, bytes) = files.iter().find(|(known, _)| *known == path).unwrap();
    let text = String::from_utf8_lossy(bytes);
    let (_, text) = text.split_once("<varnames>").unwrap();
    let words: Vec<_> = text.split('\0').filter(|word| !word.is_empty()).collect();
    words.join("|").replace("><", ">\n<")
}

#[test]
fn script_reads_and_labels_a_block() {
    insta::assert_snapshot!(script(&small_model(), "loan"));
}

#[test]
fn map_of_the_dataset_points_to_its_parts() {
    let files = emit(find_format(FORMATS, "stata").unwrap(), &small_model());
    let (_, bytes) = files
        .iter()
        .find(|(path, _)| path == "stata/en/member.dta")
        .unwrap();
    let find = |tag: &str| {
        let mut windows = bytes.windows(tag.len());
        windows.position(|window| window == tag.as_bytes()).unwrap()
    };
    let map = find("<map>") + "<map>".len();
    let offset = |number: usize| {
        let bytes = bytes[map + 8 * number..][..8].try_into().unwrap();
        usize::try_from(u64::from_le_bytes(bytes)).unwrap()
    };
    let parts = [
        "<stata_dta>",
        "<map>",
        "<variable_types>",
        "<varnames>",
        "<sortlist>",
        "<formats>",
        "<value_label_names>",
        "<variable_labels>",
        "<characteristics>",
        "<data>",
        "<strls>",
        "<value_labels>",
        "</stata_dta>",
    ];
    for (number, tag) in parts.iter().enumerate() {
        assert_eq!(offset(number), find(tag), "{tag}");
    }
    assert_eq!(offset(parts.len()), bytes.len());
}

#[test]
fn dataset_has_the_labels_of_the_script() {
    insta::assert_snapshot!(dataset(&small_model(), "member"));
}

#[test]
fn hostile_texts_stay_texts() {
    let mut model = small_model();
    let hostile = "a \"b\"' `c' $d /* e // f\u{202e}\n*/ `\"g\"'";
    let label = Label::new([(Language::NL, hostile), (Language::EN, hostile)]);
    let loan = block(&mut model, "loan");
    loan.label = label.clone();
    loan.rules[0].message = label.clone();
    let list = code_list(&mut model, "department");
    for (entry, code) in list.codes.iter_mut().zip([".", "\"'", "$x"]) {
        entry.code = Some(code.into());
        entry.meanings[0].label = label.clone();
    }
    insta::assert_snapshot!(script(&model, "loan"));
}
