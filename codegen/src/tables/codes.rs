//! The table of codes: a row for each code, meaning and language.

use std::collections::BTreeMap;

use beraad_schema::describe::{AmountClassBounds, CodeEntry, CodeList, Language, Meaning, Period};

use super::{Table, TableRecord, joined};
use crate::format::Selection;
use crate::messages::ProgramText;

struct Row<'a> {
    list: &'a CodeList,
    entry: &'a CodeEntry,
    meaning: &'a Meaning,
    language: Language,
}

impl<'a> Row<'a> {
    fn class(&self) -> Option<&'a AmountClassBounds> {
        self.meaning.class.as_ref()
    }

    fn label(&self) -> &'a str {
        self.meaning.label.text(self.language).unwrap_or_default()
    }

    /// Returns the other codes of the list that have the same label at the same time.
    fn same_label(&self, by_label: &ByLabel<'a>) -> String {
        let key = (&*self.list.id, self.language, self.label());
        let others = by_label.get(&key).into_iter().flatten();
        let others = others.filter(|(_, other, period)| {
            !std::ptr::eq(*other, self.entry) && period.overlaps(self.meaning.period)
        });
        joined(others.map(|(code, ..)| code))
    }
}

/// The published codes with a label, by list, language and label: a list may have 100,000 codes.
type ByLabel<'a> = BTreeMap<(&'a str, Language, &'a str), Vec<(&'a str, &'a CodeEntry, Period)>>;

fn by_label<'a>(rows: &[Row<'a>]) -> ByLabel<'a> {
    let mut by_label = ByLabel::new();
    for row in rows {
        if let Some(code) = &row.entry.code {
            let key = (&*row.list.id, row.language, row.label());
            let code = (&**code, row.entry, row.meaning.period);
            by_label.entry(key).or_default().push(code);
        }
    }
    by_label
}

/// The record of the table.
pub(super) const TABLE: TableRecord = TableRecord {
    id: "codes",
    summary: ProgramText::of("table-codes"),
    table,
};

fn table(selection: &Selection<'_>) -> Table {
    let lists = selection.code_lists();
    let rows = lists.iter().flat_map(|&list| {
        list.codes.iter().flat_map(move |entry| {
            entry.meanings.iter().flat_map(move |meaning| {
                meaning.label.languages().map(move |language| Row {
                    list,
                    entry,
                    meaning,
                    language,
                })
            })
        })
    });
    let rows: Vec<_> = rows.collect();
    let by_label = by_label(&rows);
    TABLE
        .of(&rows, selection)
        .column("code_list", |row| &row.list.id)
        .explained_by("code_lists", "code_list")
        .optional("code", |row| row.entry.code.as_ref())
        // An empty cell is the empty text, or a code that is not published.
        .column("code_is_published", |row| row.entry.code.is_some())
        .column("language", |row| row.language)
        .column("label", Row::label)
        .optional("short_label", |row| {
            row.meaning.short.as_ref()?.text(row.language)
        })
        .optional("valid_from", |row| row.meaning.period.from)
        .optional("valid_to", |row| row.meaning.period.to)
        .optional("documented_from", |row| row.meaning.documented_from)
        .optional("source", |row| row.meaning.source.as_ref())
        .optional("missing", |row| row.meaning.missing)
        .column("codes_with_same_label", |row| row.same_label(&by_label))
        .optional("remark", |row| {
            row.meaning.remark.as_ref()?.text(row.language)
        })
        .optional("class_lower", |row| row.class()?.lower.as_ref())
        .optional("class_upper", |row| row.class()?.upper.as_ref())
        .optional("class_closed", |row| Some(row.class()?.closed))
        .optional("class_unit", |row| row.class()?.unit.as_ref())
        .optional("class_currency", |row| row.class()?.currency.as_ref())
        .column("aliases", |row| joined(&row.entry.aliases))
        .optional("supplied_by", |row| row.meaning.supplied_by.as_ref())
        .build()
}
