//! Tables of a model: blocks, variables, code lists, codes, breaks in series, rules, and the code lists that are still to come.
//!
//! A table is built once, and each format of tables writes it: the CSV for programs, the CSV for a spreadsheet, the workbook. All
//! cells are texts. The names of columns, and the words of a closed vocabulary, are those of the JSON of a model.

mod blocks;
mod variables;
mod code_lists;
mod codes;
mod breaks;
mod rules;
mod awaited;

use beraad_schema::describe::{self, Label, Language, Origin};

use crate::format::Selection;
use crate::messages::ProgramText;
use crate::support::Carries::{Carried, Lost, Partly};
use crate::support::Support;

/// A table: its name, and how its rows are made. Each is in a file of its own.
#[derive(Debug)]
pub(crate) struct TableRecord {
    /// The name: that of a file without its ending, and of a sheet.
    pub(crate) id: &'static str,
    /// A description in one line.
    #[cfg_attr(
        not(feature = "workbook"),
        expect(dead_code, reason = "only the workbook shows it")
    )]
    pub(crate) summary: ProgramText,
    table: fn(&Selection<'_>) -> Table,
}

/// The tables, in the order in which they are shown.
pub(crate) const TABLES: &[&TableRecord] = &[
    &blocks::TABLE,
    &variables::TABLE,
    &code_lists::TABLE,
    &codes::TABLE,
    &breaks::TABLE,
    &rules::TABLE,
    &awaited::TABLE,
];

/// The columns and the rows of a table.
#[derive(Clone, Debug)]
pub(crate) struct Table {
    pub(crate) record: &'static TableRecord,
    pub(crate) columns: Vec<Column>,
    pub(crate) rows: Vec<Vec<String>>,
}

/// A column of a table.
#[derive(Clone, Debug)]
pub(crate) struct Column {
    pub(crate) name: String,
    /// The table and its column in which the first row with the same text explains a cell.
    pub(crate) explained_by: Option<(&'static str, &'static str)>,
}

/// The features that the tables carry.
pub(crate) const SUPPORT: Support = Support {
    labels: Carried,
    languages: Partly(ProgramText::of("tables-languages")),
    definitions: Carried,
    phrases: Carried,
    value_types: Carried,
    certainty: Carried,
    nulls: Carried,
    universe: Carried,
    keys: Carried,
    measurement: Carried,
    units: Carried,
    bounds: Carried,
    codes: Carried,
    code_periods: Carried,
    missing_codes: Carried,
    validity: Carried,
    rules: Carried,
    provenance: Partly(ProgramText::of("tables-provenance")),
    evidence: Lost,
    notes: Carried,
    breaks: Carried,
    glossary: Lost,
};

/// Returns all tables of a selection.
pub(crate) fn tables(selection: &Selection<'_>) -> Vec<Table> {
    let tables = TABLES.iter().map(|record| (record.table)(selection));
    tables.collect()
}

/// Builds a table column by column, from one item for each row.
struct Builder<'i, T> {
    items: &'i [T],
    /// The languages in which a label has a column.
    languages: &'i [Language],
    table: Table,
}

impl TableRecord {
    /// Starts the table with a row for each item.
    fn of<'i, T>(&'static self, items: &'i [T], selection: &Selection<'i>) -> Builder<'i, T> {
        Builder {
            items,
            languages: &selection.model.deliberation.languages.editions,
            table: Table {
                record: self,
                columns: Vec::new(),
                rows: vec![Vec::new(); items.len()],
            },
        }
    }
}

impl Table {
    /// Returns the number of the first row whose cell in a column is `text`.
    #[cfg_attr(
        not(feature = "workbook"),
        expect(dead_code, reason = "only a workbook has links")
    )]
    pub(crate) fn find(&self, column: &str, text: &str) -> Option<usize> {
        let column = self.columns.iter().position(|it| it.name == column)?;
        self.rows.iter().position(|row| row[column] == text)
    }
}

impl<T> Builder<'_, T> {
    /// Adds a column.
    fn column<S: ToString>(mut self, name: impl Into<String>, cell: impl Fn(&T) -> S) -> Self {
        self.table.columns.push(Column {
            name: name.into(),
            explained_by: None,
        });
        for (row, item) in self.table.rows.iter_mut().zip(self.items) {
            row.push(cell(item).to_string());
        }
        self
    }

    /// Adds a column whose cells may be empty.
    fn optional<S: ToString>(
        self,
        name: impl Into<String>,
        cell: impl Fn(&T) -> Option<S>,
    ) -> Self {
        self.column(name, |item| {
            cell(item).map_or_else(String::new, |text| text.to_string())
        })
    }

    /// Adds a column for each edition of the model: `label_nl`, `label_en`. A text that is not in the language of an edition is
    /// left out.
    fn label(mut self, name: &str, label: impl Fn(&T) -> Option<Label>) -> Self {
        for language in self.languages {
            self = self.optional(format!("{name}_{language}"), |item| {
                label(item)?.text(*language).map(str::to_owned)
            });
        }
        self
    }

    /// Says where the cells of the last column are explained.
    fn explained_by(mut self, table: &'static str, column: &'static str) -> Self {
        if let Some(last) = self.table.columns.last_mut() {
            last.explained_by = Some((table, column));
        }
        self
    }

    fn build(self) -> Table {
        self.table
    }
}

/// Joins a part of each origin of a column in one cell; `None` if the column is not a variable.
fn origins<'a, T: ToString>(
    column: &describe::Column<'a>,
    part: impl Fn(&'a Origin) -> Option<T>,
) -> Option<String> {
    let origins = column.variable()?.origins.iter();
    Some(joined(origins.filter_map(part)))
}

/// Joins texts in one cell.
fn joined(texts: impl IntoIterator<Item = impl ToString>) -> String {
    let mut joined: Vec<String> = Vec::new();
    for text in texts {
        let text = text.to_string();
        if !text.is_empty() && !joined.contains(&text) {
            joined.push(text);
        }
    }
    joined.join("; ")
}

/// Joins labels in each language that one of them has.
fn joined_labels<'l>(labels: &(impl Iterator<Item = &'l Label> + Clone)) -> Option<Label> {
    let mut languages: Vec<Language> = labels.clone().flat_map(Label::languages).collect();
    languages.sort_unstable();
    languages.dedup();
    let texts = languages.into_iter().map(|language| {
        let texts = labels.clone().filter_map(|label| label.text(language));
        (language, joined(texts))
    });
    Label::try_new(texts.collect::<Vec<_>>()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_has_a_cell_in_each_column() {
        let model = crate::testing::small_model();
        let tables = tables(&Selection::all(&model));
        for table in &tables {
            assert!(!table.rows.is_empty(), "{}", table.record.id);
            for row in &table.rows {
                assert_eq!(row.len(), table.columns.len(), "{}", table.record.id);
            }
        }
    }

    #[test]
    fn every_explanation_is_in_a_table() {
        let model = crate::testing::small_model();
        let tables = tables(&Selection::all(&model));
        for column in tables.iter().flat_map(|table| &table.columns) {
            let Some((id, name)) = column.explained_by else {
                continue;
            };
            let table = tables.iter().find(|table| table.record.id == id);
            let table = table.expect("the table of an explanation");
            assert!(table.columns.iter().any(|column| column.name == name));
        }
    }
}
