//! Snapshots of every block, the stability of the model's JSON, and the conventions of its files.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use beraad_model::{for_each_block, model};
use beraad_schema::Block;
use beraad_schema::describe::{Label, Model};
use beraad_tests::{kept, workspace};

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
fn the_canonical_text_of_every_block_is_as_reviewed() {
    kept::assert_blocks(model(), &snapshots());
}

#[test]
fn every_snapshot_has_a_block() {
    // The snapshot of the decision.
    let others = ["phrases"];
    assert_eq!(kept::other_snapshots(model(), &snapshots()), others);
}

fn snapshots() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots")
}

#[test]
fn the_json_of_the_model_comes_back_as_the_same_bytes() {
    let model = model();
    let json = serde_json::to_string_pretty(model).unwrap();
    let back: Model = serde_json::from_str(&json).unwrap();
    assert_eq!(&back, model);
    assert_eq!(serde_json::to_string_pretty(&back).unwrap(), json);
    assert_eq!(back.fingerprint(), model.fingerprint());
}

#[test]
fn a_file_is_named_as_its_block() {
    let source = workspace().join("model/src");
    let model = model();
    let mut files = BTreeSet::new();
    for paragraph in &model.deliberation.paragraphs {
        let mut stems = stems(&source.join(paragraph.provider.to_lowercase()), "rs");
        stems.remove("mod");
        stems.remove("shared");
        for block in model
            .blocks
            .iter()
            .filter(|block| block.paragraph == paragraph.number)
        {
            assert!(
                stems.contains(&*block.id),
                "no file `{}.rs` of {}",
                block.id,
                paragraph.provider
            );
        }
        files.append(&mut stems);
    }
    let blocks: BTreeSet<String> = model
        .blocks
        .iter()
        .map(|block| block.id.to_string())
        .collect();
    assert_eq!(files, blocks, "one block a file");
}

#[test]
fn a_file_is_named_as_its_code_list() {
    let folder = workspace().join("model");
    let mut files = stems(&folder.join("src/codes"), "rs");
    files.remove("mod");
    let lists: BTreeSet<String> = model()
        .code_lists
        .iter()
        .map(|list| list.id.to_string())
        .collect();
    assert_eq!(files, lists, "one code list a file");
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
            "{} names a table where there is one",
            list.id
        );
        assert_eq!(
            source.contains("#[code(") || source.contains(&table),
            !list.codes.is_empty(),
            "{} has codes if it has variants or a table",
            list.id
        );
    }
}

#[test]
fn every_column_has_dutch_and_english() {
    let both = |label: &Label, what: &str| {
        assert!(!label.nl.trim().is_empty(), "{what} has no Dutch");
        assert!(!label.en.trim().is_empty(), "{what} has no English");
    };
    let model = model();
    for block in &model.blocks {
        both(&block.label, &block.id);
        both(&block.definition, &block.id);
        both(&block.row_unit, &block.id);
        both(&block.analysis_unit, &block.id);
        for column in block.columns() {
            let name = format!("{}.{}", block.id, column.name);
            both(&column.label(), &name);
            both(&column.definition(), &name);
            let definition = column.definition();
            assert_ne!(
                definition.nl, definition.en,
                "{name} says the same in both languages"
            );
        }
        for rule in &block.rules {
            both(&rule.message, &rule.id);
        }
    }
}

/// The names of the files with this extension, without it.
fn stems(folder: &Path, extension: &str) -> BTreeSet<String> {
    let entries =
        std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let paths = entries.map(|entry| entry.unwrap().path());
    paths
        .filter(|path| path.extension().is_some_and(|of| of == extension))
        .map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned())
        .collect()
}
