//! The table of code lists that are still to come, ready for a letter to the provider: a row for each variable of a list.

use beraad_schema::describe::{Block, CodeList, Column, Variable};

use super::{Table, TableRecord, origins};
use crate::format::Selection;
use crate::messages::ProgramText;

struct Row<'a> {
    provider: Option<&'a str>,
    list: &'a CodeList,
    block: &'a Block,
    column: Column<'a>,
}

impl<'a> Row<'a> {
    fn variable(&self) -> Option<&'a Variable> {
        self.column.variable()
    }

    /// Returns the labels whose codes are not published.
    fn unpublished(&self) -> usize {
        let codes = self.list.codes.iter();
        codes.filter(|entry| entry.code.is_none()).count()
    }
}

/// The record of the table.
pub(super) const TABLE: TableRecord = TableRecord {
    id: "awaited",
    summary: ProgramText::of("table-awaited"),
    table,
};

fn table(selection: &Selection<'_>) -> Table {
    let mut rows = Vec::new();
    for &block in &selection.blocks {
        let provider = selection.provider(block);
        for column in block.columns() {
            let list = column
                .code_list()
                .and_then(|id| selection.model.code_list(id));
            if let Some(list) = list.filter(|list| list.awaits_codes()) {
                rows.push(Row {
                    provider,
                    list,
                    block,
                    column,
                });
            }
        }
    }
    // By provider, since each gets its own letter; otherwise in the order of the model.
    rows.sort_by_key(|row| row.provider);
    TABLE
        .of(&rows, selection)
        .optional("provider", |row| row.provider)
        .optional("source_institutions", |row| {
            origins(&row.column, |it| Some(&it.institution))
        })
        .column("code_list", |row| &row.list.id)
        .explained_by("code_lists", "code_list")
        .column("block", |row| &row.block.id)
        .column("variable", |row| row.column.name.clone())
        .label("label", |row| Some(row.column.label()))
        .column("paragraph", |row| &row.block.paragraph)
        .column("heading", |row| &row.block.heading)
        .optional("phrase", |row| Some(&row.variable()?.phrase.term))
        .optional("source_abbreviations", |row| {
            origins(&row.column, |it| it.abbreviation.as_ref())
        })
        .optional("source_names", |row| {
            origins(&row.column, |it| Some(&it.name))
        })
        .column("list_kind", |row| row.list.kind)
        .column("published_codes", |row| row.list.published_codes().count())
        .column("labels_without_code", Row::unpublished)
        .optional("page", |row| row.list.page.as_ref())
        .build()
}
