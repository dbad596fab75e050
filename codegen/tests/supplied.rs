//! Code lists that come with the delivery, in the formats.

mod common;

use std::fs;

use beraad_codegen::terminal::{Entry, entry};
use beraad_codegen::{FORMATS, find_format};
use beraad_register::SuppliedLists;
use beraad_schema::describe::*;
use common::{emit, small_model, text};

/// The model with these files in it.
fn merged(files: &[(&str, &str)]) -> Model {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, content) in files {
        fs::write(folder.path().join(name), content).expect("a file");
    }
    let mut model = small_model();
    let lists = SuppliedLists::read(folder.path(), &model);
    lists
        .unwrap_or_else(|error| panic!("{error}"))
        .merge_into(&mut model);
    model
}

fn list<'a>(model: &'a Model, id: &str) -> &'a CodeList {
    model.code_list(id).expect("the list")
}

const CLASSES: &str = "code,nl,en,lower,upper,closed,valid_from,valid_to\n";

#[test]
fn marker_of_a_written_folder_is_not_read_as_a_list() {
    assert_eq!(beraad_codegen::MARKER, SuppliedLists::MARKER);
}

#[test]
fn supplied_list_is_in_every_format() {
    let file = format!(
        "{CLASSES}K1,eerste <klasse>,first *class*,1,15,both,,\nK2,tweede,second,16,,left,,\n"
    );
    let model = merged(&[("fine_class.csv", &file)]);
    let hash = &list(&model, "fine_class")
        .supplied_by
        .as_ref()
        .expect("a file")
        .sha256;
    // The content of a workbook is compressed: another test compares its sheets with the tables.
    for format in FORMATS.iter().filter(|format| format.id != "workbook") {
        let artefacts = emit(format, &model);
        let seen = |needle: &str| {
            artefacts.iter().any(|(_, content)| {
                content
                    .windows(needle.len())
                    .any(|it| it == needle.as_bytes())
            })
        };
        for needle in ["K1", "K2", "second", "fine_class.csv", hash] {
            assert!(seen(needle), "{}: {needle}", format.id);
        }
    }
    let page = text(
        &emit(
            find_format(FORMATS, "codebook_html").expect("a format"),
            &model,
        ),
        "index.html",
    );
    assert!(page.contains("≥ 1 and ≤ 15") && page.contains("≥ 1 en ≤ 15"));
    assert!(page.contains("eerste &lt;klasse&gt;") && !page.contains("<klasse>"));
    let block = model.block("loan").expect("a block");
    let shown = entry(&model, Entry::Column(block, "fine_class"), Language::EN, 80);
    assert!(
        shown.contains("first *class*") && shown.contains("≥ 16"),
        "{shown}"
    );
    assert!(shown.contains("came with the delivery"), "{shown}");
}

#[test]
fn reference_only_list_with_supplied_codes_is_described_as_supplied() {
    let shown = |model: &Model, language| {
        let block = model.block("loan").expect("a block");
        entry(model, Entry::Column(block, "department"), language, 400)
    };
    let model = merged(&[("department.csv", "code,nl\n02,volwassenen\n")]);
    let (before, after) = (small_model(), &model);
    assert!(shown(&before, Language::EN).contains("not the list that is delivered"));
    let en = shown(after, Language::EN);
    assert!(!en.contains("not the list that is delivered"), "{en}");
    for words in [
        "[reference-only list]: the published part is a reference standard",
        "volwassenen; from the file department.csv",
    ] {
        assert!(en.contains(words), "{words}: {en}");
    }
    let nl = shown(after, Language::NL);
    assert!(!nl.contains("niet de geleverde lijst"), "{nl}");
}

#[test]
fn text_of_a_supplied_file_is_only_text_in_a_page_and_on_a_terminal() {
    let hostile = "<script>alert(1)</script>|`]( \u{1b}[2J\u{202e}";
    let quoted = hostile.replace('"', "\"\"");
    let file = format!(
        "code,nl,en,fr,source,remark,lower,unit\n<b>,\"{quoted}\",\"{quoted}\",\"{quoted}\",\"{quoted}\",\"{quoted}\",1,\"{quoted}\"\n"
    );
    let model = merged(&[("fine_class.csv", &file)]);
    for (format, path) in [
        ("codebook_html", "index.html"),
        ("codebook_md", "codebook-nl/loan.md"),
    ] {
        let page = text(
            &emit(find_format(FORMATS, format).expect("a format"), &model),
            path,
        );
        assert!(page.contains("alert(1)"), "{format}");
        for bad in ["<script>alert", "<b>", "\u{1b}", "\u{202e}"] {
            let seen = page.find(bad).map(|at| &page[at..at + 60]);
            // In Markdown, code is between backticks, unchanged.
            assert!(
                seen.is_none_or(|_| bad == "<b>" && page.contains("`<b>`")),
                "{format}: {seen:?}"
            );
        }
    }
    let block = model.block("loan").expect("a block");
    let shown = entry(&model, Entry::Column(block, "fine_class"), Language::EN, 80);
    assert!(
        shown.contains("⟨U+001B⟩") && !shown.contains(['\u{1b}', '\u{202e}']),
        "{shown}"
    );
}
