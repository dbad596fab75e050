//! The table of breaks in series: those of blocks and those of variables.

use beraad_schema::describe::{Block, SeriesBreak};

use super::{Table, TableRecord};
use crate::format::Selection;
use crate::messages::ProgramText;

struct Row<'a> {
    block: &'a Block,
    /// The name of the variable; `None` for a break of the block as a whole.
    variable: Option<String>,
    series_break: &'a SeriesBreak,
}

/// The record of the table.
pub(super) const TABLE: TableRecord = TableRecord {
    id: "breaks",
    summary: ProgramText::of("table-breaks"),
    table,
};

fn table(selection: &Selection<'_>) -> Table {
    let mut rows = Vec::new();
    for &block in &selection.blocks {
        rows.extend(block.breaks.iter().map(|series_break| Row {
            block,
            variable: None,
            series_break,
        }));
        for (column, variable) in block.variables() {
            rows.extend(variable.breaks.iter().map(|series_break| Row {
                block,
                variable: Some(column.name.clone()),
                series_break,
            }));
        }
    }
    TABLE
        .of(&rows, selection)
        .column("block", |row| &row.block.id)
        .explained_by("blocks", "block")
        .optional("variable", |row| row.variable.clone())
        .column("from", |row| &row.series_break.from)
        .label("what", |row| Some(row.series_break.what.clone()))
        .label("advice", |row| row.series_break.advice.clone())
        .build()
}
