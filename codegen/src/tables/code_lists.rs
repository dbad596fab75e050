//! The table of code lists, published and still to come.

use beraad_schema::describe::{CodeForm, CodeList, Model, SuppliedFile};

use super::{Table, TableRecord, joined};
use crate::format::Selection;
use crate::messages::ProgramText;

struct Row<'a> {
    model: &'a Model,
    list: &'a CodeList,
}

impl<'a> Row<'a> {
    /// Returns the columns that use the list, each as `block.variable`.
    fn variables(&self) -> String {
        joined(self.model.blocks.iter().flat_map(|block| {
            let columns = block.columns().into_iter();
            columns
                .filter(|column| column.code_list() == Some(&*self.list.id))
                .map(move |column| format!("{}.{}", block.id, column.name))
        }))
    }

    fn supplied(&self) -> Option<&'a SuppliedFile> {
        self.list.supplied_by.as_ref()
    }
}

/// The record of the table.
pub(super) const TABLE: TableRecord = TableRecord {
    id: "code_lists",
    summary: ProgramText::of("table-code-lists"),
    table,
};

fn table(selection: &Selection<'_>) -> Table {
    let lists = selection.code_lists().into_iter();
    let rows = lists.map(|list| Row {
        model: selection.model,
        list,
    });
    let rows: Vec<_> = rows.collect();
    TABLE
        .of(&rows, selection)
        .column("code_list", |row| &row.list.id)
        .explained_by("codes", "code_list")
        .label("label", |row| row.list.label.clone())
        .label("definition", |row| Some(row.list.definition.clone()))
        .column("kind", |row| row.list.kind)
        .optional("status", |row| row.list.status)
        .column("awaits_codes", |row| row.list.awaits_codes())
        .column("complete", |row| row.list.complete)
        .column("published_codes", |row| row.list.published_codes().count())
        .column("variables", Row::variables)
        .column("read_at", |row| row.list.read_at)
        .label("read_at_because", |row| row.list.why.clone())
        .label("form", |row| row.list.form.as_ref().map(CodeForm::label))
        .optional("standard", |row| row.list.standard.as_ref())
        .optional("page", |row| row.list.page.as_ref())
        .optional("supplied_file", |row| Some(&row.supplied()?.file))
        .optional("supplied_sha256", |row| Some(&row.supplied()?.sha256))
        .optional("supplied_complete", |row| Some(row.supplied()?.complete))
        .label("deprecated", |row| row.list.deprecated.clone())
        .build()
}
