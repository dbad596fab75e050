//! Names that occur twice in a model. The comparison takes the second one for an addition, so they are errors of the file.

use std::collections::BTreeSet;

use beraad_describe::Model;

/// Returns an error for each block, column, code list or code of a model whose name occurs twice.
pub(crate) fn duplicates(model: &Model) -> Vec<String> {
    let mut errors = Vec::new();
    let blocks = model.blocks.iter().map(|block| block.id.to_string());
    errors.extend(repeated(blocks).map(|id| format!("duplicate block `{id}`")));
    for block in &model.blocks {
        let columns = block.columns().into_iter();
        let columns = repeated(columns.map(|column| column.name.clone()));
        let id = &block.id;
        errors.extend(columns.map(|name| format!("duplicate column `{name}` in block `{id}`")));
    }
    let lists = model.code_lists.iter().map(|list| list.id.to_string());
    errors.extend(repeated(lists).map(|id| format!("duplicate code list `{id}`")));
    for list in &model.code_lists {
        let codes = list.codes.iter().filter_map(|entry| entry.code.as_ref());
        let codes = repeated(codes.map(ToString::to_string));
        let id = &list.id;
        errors.extend(codes.map(|code| format!("duplicate code `{code}` in code list `{id}`")));
    }
    errors
}

/// Returns each name that occurs again, once.
fn repeated(names: impl IntoIterator<Item = String>) -> impl Iterator<Item = String> {
    let mut known = BTreeSet::new();
    let again: BTreeSet<_> = names
        .into_iter()
        .filter(|name| !known.insert(name.clone()))
        .collect();
    again.into_iter()
}
