//! The Python modules.

mod common;

use beraad_codegen::{FORMATS, find_format};
use beraad_schema::describe::{Label, Language, Model};
use common::{block, code_list, emit, small_model, text};

/// Everything that the module of a block says of it, without the functions that are the same in all modules.
fn module(model: &Model, id: &str) -> String {
    let files = emit(find_format(FORMATS, "python").unwrap(), model);
    let text = text(&files, &format!("python/en/{id}.py"));
    let (constants, rest) = text.split_once("\n\ndef read_csv").unwrap();
    let (_, schema) = rest.split_once("\n\ndef polars_schema").unwrap();
    format!("{constants}\n# ..\n\ndef polars_schema{schema}")
}

#[test]
fn module_has_types_labels_by_period_and_a_class() {
    insta::assert_snapshot!(module(&small_model(), "loan"));
}

#[test]
fn list_stays_a_text_and_key_is_checked() {
    insta::assert_snapshot!(module(&small_model(), "member"));
}

#[test]
fn hostile_texts_stay_texts() {
    let mut model = small_model();
    let hostile = "\"\"\"'\\\n# coding: utf-7\u{2028}\u{202e}{x}%s\\N{BULLET}";
    let label = Label::new([(Language::NL, hostile), (Language::EN, hostile)]);
    block(&mut model, "loan").label = label.clone();
    block(&mut model, "loan").rules[0].message = label.clone();
    let list = code_list(&mut model, "department");
    for (entry, code) in list.codes.iter_mut().zip(["\"]})#", "\\", "None"]) {
        entry.code = Some(code.into());
        entry.meanings[0].label = label.clone();
    }
    insta::assert_snapshot!(module(&model, "loan"));
}
