//! Snapshots of every block, the round trip of the model's JSON, and the naming conventions of the model's files.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use beraad_evolve::testing;
use beraad_model::{for_each_block, model};
use beraad_schema::Block;
use beraad_schema::describe::{Label, Language, Model};
use beraad_tests::workspace;

#[test]
fn for_each_block_visits_the_blocks_of_the_model_in_order() {
    let mut visited: Vec<&str> = Vec::new();
    for_each_block!(|B| visited.push(B::ID));
    let blocks: Vec<_> = model().blocks.iter().map(|block| &*block.id).collect();
    assert_eq!(visited, blocks);
}

#[test]
fn for_each_block_of_another_model_visits_its_own_blocks() {
    let mut visited: Vec<&str> = Vec::new();
    library_loans::for_each_block!(|B| visited.push(B::ID));
    assert_eq!(visited, ["loan", "reader"]);
}

#[test]
fn for_each_block_can_be_called_with_a_macro() {
    macro_rules! ids {
        ($($block:ty),*) => { [$(<$block as Block>::ID),*] };
    }
    assert_eq!(library_loans::for_each_block!(ids), ["loan", "reader"]);
    assert_eq!(for_each_block!(ids).len(), model().blocks.len());
}

#[test]
fn canonical_text_of_every_block_is_as_reviewed() {
    testing::assert_blocks(model(), &snapshots());
}

#[test]
fn every_snapshot_has_a_block() {
    // This is the snapshot of the text of the decision.
    let others = ["phrases"];
    assert_eq!(testing::other_snapshots(model(), &snapshots()), others);
}

fn snapshots() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots")
}

#[test]
fn model_json_reads_back_to_the_same_bytes() {
    let model = model();
    let json = serde_json::to_string_pretty(model).unwrap();
    let back: Model = serde_json::from_str(&json).unwrap();
    assert_eq!(&back, model);
    assert_eq!(serde_json::to_string_pretty(&back).unwrap(), json);
    assert_eq!(back.fingerprint(), model.fingerprint());
}

#[test]
fn every_file_has_the_name_of_its_block() {
    let source = workspace().join("model/src");
    let model = model();
    let mut files = BTreeSet::new();
    for paragraph in &model.deliberation.paragraphs {
        let provider = paragraph.provider.as_ref().unwrap();
        let mut stems = stems(&source.join(provider.to_lowercase()), "rs");
        stems.remove("mod");
        stems.remove("shared");
        for block in model
            .blocks
            .iter()
            .filter(|block| block.paragraph == paragraph.number)
        {
            assert!(
                stems.contains(&*block.id),
                "no file `{}.rs` of {provider}",
                block.id
            );
        }
        files.append(&mut stems);
    }
    let blocks: BTreeSet<String> = model
        .blocks
        .iter()
        .map(|block| block.id.to_string())
        .collect();
    assert_eq!(files, blocks, "each file contains one block");
}

#[test]
fn every_file_has_the_name_of_its_code_list() {
    let folder = workspace().join("model");
    let mut files = stems(&folder.join("src/codes"), "rs");
    files.remove("mod");
    let lists: BTreeSet<String> = model()
        .code_lists
        .iter()
        .map(|list| list.id.to_string())
        .collect();
    assert_eq!(files, lists, "each file contains one code list");
    let tables = stems(&folder.join("codelists"), "csv");
    let unused: Vec<_> = tables.difference(&lists).collect();
    assert!(unused.is_empty(), "tables without a list: {unused:?}");
    for list in &model().code_lists {
        let file = folder.join(format!("src/codes/{}.rs", list.id));
        let source = std::fs::read_to_string(file).unwrap();
        let table = format!("\"codelists/{}.csv\"", list.id);
        assert_eq!(
            source.contains(&table),
            tables.contains(&*list.id),
            "{} names a table if and only if the file exists",
            list.id
        );
        assert_eq!(
            source.contains("#[code(") || source.contains(&table),
            !list.codes.is_empty(),
            "{} has codes if and only if it has variants or a table",
            list.id
        );
    }
}

#[test]
fn every_text_is_in_dutch_and_english() {
    let model = model();
    let editions = &model.deliberation.languages.editions;
    assert_eq!(editions[..], [Language::NL, Language::EN]);
    let assert_both = |label: &Label, name: &str| {
        for language in editions {
            let text = label.text(*language).unwrap_or_default();
            assert!(
                !text.trim().is_empty(),
                "{name} has no text in `{language}`"
            );
        }
    };
    for block in &model.blocks {
        assert_both(&block.label, &block.id);
        assert_both(&block.definition, &block.id);
        assert_both(&block.row_unit, &block.id);
        assert_both(&block.analysis_unit, &block.id);
        for column in block.columns() {
            let name = format!("{}.{}", block.id, column.name);
            assert_both(&column.label(), &name);
            assert_both(&column.definition(), &name);
            let definition = column.definition();
            assert_ne!(
                definition.text(Language::NL),
                definition.text(Language::EN),
                "{name} has the same text in both languages"
            );
        }
        for rule in &block.rules {
            assert_both(&rule.message, &rule.id);
        }
    }
    for list in &model.code_lists {
        assert_both(&list.definition, &list.id);
        assert_ne!(
            list.definition.text(Language::NL),
            list.definition.text(Language::EN),
            "{} has the same text in both languages",
            list.id
        );
    }
}

/// Returns the names, without extension, of the files that have this extension.
fn stems(folder: &Path, extension: &str) -> BTreeSet<String> {
    let entries =
        std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let paths = entries.map(|entry| entry.unwrap().path());
    paths
        .filter(|path| path.extension().is_some_and(|of| of == extension))
        .map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned())
        .collect()
}
