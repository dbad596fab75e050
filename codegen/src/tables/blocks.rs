//! The table of blocks: a row for each kind of row.

use beraad_schema::describe::{Block, Identity, Label};

use super::{Table, TableRecord, joined, joined_labels};
use crate::format::Selection;
use crate::messages::ProgramText;

struct Row<'a> {
    block: &'a Block,
    /// The institution that delivers the block.
    provider: Option<&'a str>,
}

impl<'a> Row<'a> {
    fn key(&self) -> String {
        match &self.block.identity {
            Identity::Key(columns) => joined(columns),
            Identity::NoKnownKey(_) => String::new(),
        }
    }

    fn why_no_key(&self) -> Option<&'a Label> {
        match &self.block.identity {
            Identity::Key(_) => None,
            Identity::NoKnownKey(why) => Some(why),
        }
    }
}

/// The record of the table.
pub(super) const TABLE: TableRecord = TableRecord {
    id: "blocks",
    summary: ProgramText::of("table-blocks"),
    table,
};

fn table(selection: &Selection<'_>) -> Table {
    let rows = selection.blocks.iter().map(|&block| Row {
        block,
        provider: selection.provider(block),
    });
    let rows: Vec<_> = rows.collect();
    TABLE
        .of(&rows, selection)
        .column("block", |row| &row.block.id)
        .explained_by("variables", "block")
        .label("label", |row| Some(row.block.label.clone()))
        .label("definition", |row| Some(row.block.definition.clone()))
        .label("row_unit", |row| Some(row.block.row_unit.clone()))
        .label("analysis_unit", |row| Some(row.block.analysis_unit.clone()))
        .label("universe", |row| row.block.universe.clone())
        .column("temporality", |row| row.block.temporality)
        .optional("observation_period", |row| {
            row.block.observation_period.as_ref()
        })
        .column("key", Row::key)
        .label("why_no_key", |row| row.why_no_key().cloned())
        .optional("valid_from", |row| row.block.valid.from)
        .optional("valid_to", |row| row.block.valid.to)
        .optional("provider", |row| row.provider)
        .column("paragraph", |row| &row.block.paragraph)
        .column("heading", |row| &row.block.heading)
        .column("variables", |row| row.block.variables().count())
        .label("notes", |row| {
            joined_labels(&row.block.notes.iter().map(|note| &note.text))
        })
        .label("deprecated", |row| row.block.deprecated.clone())
        .build()
}
