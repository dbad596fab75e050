//! The files that a provider fills in.

use std::fs;

use beraad_describe::Model;
use beraad_register::{SuppliedLists, Template};

use super::{read_folder, small_model};

/// The templates for all lists that need one.
fn all_templates(model: &Model) -> Vec<Template> {
    let lists = model.code_lists.iter();
    lists
        .filter(|list| list.awaits_codes())
        .map(|list| {
            Template::new(
                model,
                list,
                ["What to write:", "", "  one  line\nand \u{202e}more"],
            )
        })
        .collect()
}

#[test]
fn folder_of_templates_supplies_nothing() {
    let model = small_model();
    let folder = tempfile::tempdir().expect("a folder");
    let templates = all_templates(&model);
    let names: Vec<_> = templates.iter().map(|it| &*it.file_name).collect();
    assert_eq!(names, ["department.csv", "fine_class.csv", "language.csv"]);
    for template in &templates {
        fs::write(folder.path().join(&template.file_name), &template.text).expect("a file");
    }
    fs::write(folder.path().join(SuppliedLists::MARKER), "").expect("a file");
    assert!(read_folder(folder.path()).expect("no error").is_empty());
    insta::assert_snapshot!("template", templates[1].text);

    let language = folder.path().join("language.csv");
    fs::write(language, "code,nl\nNL,Nederlands\n").expect("a file");
    let mut model = model;
    let lists = read_folder(folder.path()).expect("no error");
    lists.merge_into(&mut model);
    let templates = all_templates(&model);
    let names: Vec<_> = templates.iter().map(|it| &*it.file_name).collect();
    assert_eq!(
        names,
        ["department.csv", "fine_class.csv"],
        "a list that was supplied needs no template"
    );
}
