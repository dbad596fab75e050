//! The table of variables: a row for each column of a block.

use beraad_schema::describe::{
    Block, Column, Identity, Phrase, Representation, TypeCertainty, ValueType, Variable,
};

use super::{Table, TableRecord, joined, joined_labels, origins};
use crate::format::Selection;
use crate::messages::ProgramText;

struct Row<'a> {
    block: &'a Block,
    column: Column<'a>,
    /// The institution that delivers the block.
    provider: Option<&'a str>,
}

impl<'a> Row<'a> {
    fn variable(&self) -> Option<&'a Variable> {
        self.column.variable()
    }

    fn phrase(&self) -> Option<&'a Phrase> {
        self.variable().map(|variable| &variable.phrase)
    }

    fn is_key(&self) -> bool {
        match &self.block.identity {
            Identity::Key(columns) => columns.iter().any(|name| *name == self.column.name),
            Identity::NoKnownKey(_) => false,
        }
    }

    /// Returns the subject whose serial numbers the column holds.
    fn numbering(&self) -> Option<&'a str> {
        match self.column.value_type().item() {
            ValueType::SerialNumber { of } => Some(of),
            _ => None,
        }
    }

    fn certainty(&self) -> Option<TypeCertainty> {
        let variable = self.variable().map(|variable| variable.certainty);
        variable.or(self.column.period_certainty())
    }

    fn decimals(&self) -> Option<u8> {
        match self.column.value_type().item().representation() {
            Representation::Decimal { decimals, .. } => Some(decimals),
            _ => None,
        }
    }
}

/// The record of the table.
pub(super) const TABLE: TableRecord = TableRecord {
    id: "variables",
    summary: ProgramText::of("table-variables"),
    table,
};

fn table(selection: &Selection<'_>) -> Table {
    let rows = selection.blocks.iter().flat_map(|&block| {
        let provider = selection.provider(block);
        let columns = block.columns().into_iter();
        columns.map(move |column| Row {
            block,
            column,
            provider,
        })
    });
    let rows: Vec<_> = rows.collect();
    TABLE
        .of(&rows, selection)
        .column("block", |row| &row.block.id)
        .explained_by("blocks", "block")
        .column("variable", |row| row.column.name.clone())
        .label("label", |row| Some(row.column.label()))
        .label("definition", |row| Some(row.column.definition()))
        .optional("role", |row| row.column.role())
        .label("reason", |row| row.column.why().cloned())
        .optional("relative", |row| row.column.relative())
        .column("kind", |row| row.column.value_type().item().kind())
        .column("is_list", |row| row.column.value_type().is_list())
        .column("is_key", Row::is_key)
        .column("nullable", |row| row.column.nullable())
        .label("null_means", |row| row.variable()?.null_means.clone())
        .optional("measurement", |row| Some(row.variable()?.measurement))
        .label("unit", |row| row.variable()?.unit.clone())
        .optional("currency", |row| row.column.value_type().currency())
        .optional("min", |row| row.column.value_type().documented_bounds().0)
        .optional("max", |row| row.column.value_type().documented_bounds().1)
        .optional("decimals", Row::decimals)
        .label("range", |row| row.variable()?.range.clone())
        .optional("code_list", |row| row.column.code_list())
        .explained_by("code_lists", "code_list")
        .optional("numbering", Row::numbering)
        .optional("certainty", Row::certainty)
        .optional("alternatives", |row| {
            Some(joined(&row.variable()?.alternatives))
        })
        .optional("match_quality", |row| row.variable()?.match_quality)
        .label("universe", |row| row.variable()?.universe.clone())
        .label("source_unit", |row| row.variable()?.source_unit.clone())
        .optional("valid_from", |row| row.variable()?.valid.from)
        .optional("valid_to", |row| row.variable()?.valid.to)
        .optional("provider", |row| row.provider)
        .column("paragraph", |row| &row.block.paragraph)
        .column("heading", |row| &row.block.heading)
        .optional("phrase", |row| Some(&row.phrase()?.term))
        .optional("phrase_of", |row| row.phrase()?.of.as_ref())
        .optional("phrase_dates", |row| Some(row.phrase()?.dates))
        .label("phrase_disputed", |row| row.phrase()?.disputed.clone())
        .optional("source_abbreviations", |row| {
            origins(&row.column, |it| it.abbreviation.as_ref())
        })
        .optional("source_names", |row| {
            origins(&row.column, |it| Some(&it.name))
        })
        .optional("source_institutions", |row| {
            origins(&row.column, |it| Some(&it.institution))
        })
        .label("notes", |row| {
            joined_labels(&row.variable()?.notes.iter().map(|note| &note.text))
        })
        .optional("breaks", |row| {
            let breaks = row.variable()?.breaks.iter();
            Some(joined(breaks.map(|series_break| &series_break.from)))
        })
        .label("deprecated", |row| row.variable()?.deprecated.clone())
        .build()
}
