//! The codes of the columns: their labels by period, missing codes, aliases.

use std::fmt::Write;

use beraad_schema::describe::{CodeEntry, CodeList, Column, Date, Meaning, Period, Representation};

use super::Module;
use super::literal::{dictionary, literal, text_literal};
use crate::packages::{aliases, flag_labels, missing_codes};

impl Module<'_, '_> {
    /// The constants `READ_AT`, `LABELS`, `MISSING`, `ALIASES` and `EMPTY_IS_CODE`.
    pub(super) fn codes(&self) -> String {
        let listed = |text: &dyn Fn(&CodeList) -> Option<String>| {
            let columns = self.columns.iter();
            let entries = columns.filter_map(|column| {
                let list = self.list(column)?;
                list.published_codes().next()?;
                Some((literal(&column.name), text(list)?))
            });
            dictionary(entries.collect())
        };
        let read_at = listed(&|list| Some(literal(&list.read_at.to_string())));
        let labels = self.columns.iter();
        let labels = labels.filter_map(|it| Some((literal(&it.name), self.labels(it)?)));
        let missing = listed(&|list| {
            let missing = missing_codes(list).into_iter();
            let entries =
                missing.map(|(code, reason)| (literal(code), literal(&reason.to_string())));
            in_one_line(&entries.collect::<Vec<_>>())
        });
        let aliases = listed(&|list| {
            let aliases = aliases(list).into_iter();
            let entries = aliases.map(|(alias, code)| (literal(alias), literal(code)));
            in_one_line(&entries.collect::<Vec<_>>())
        });
        let empty = self.columns.iter().filter(|column| {
            let list = self.list(column);
            list.is_some_and(|list| list.published_codes().any(|(code, _)| code.is_empty()))
        });
        let empty: Vec<_> = empty.map(|column| literal(&column.name)).collect();
        format!(
            "# The date that decides what a code means.\n\
             READ_AT = {read_at}\n\
             # The labels of the codes, by period: its first day, its last day, and the codes. None is an open end.\n\
             LABELS = {}\n\
             # The codes that are a missing value at all times, with the reason.\n\
             MISSING = {missing}\n\
             # Other texts of a code, which `read_csv` replaces by the code.\n\
             ALIASES = {aliases}\n\
             # The columns in which the empty text is a code, and not a null.\n\
             EMPTY_IS_CODE = [{}]\n",
            dictionary(labels.collect()),
            empty.join(", ")
        )
    }

    fn labels(&self, column: &Column<'_>) -> Option<String> {
        if column.value_type().representation() == Representation::Flag {
            let [no, yes] = flag_labels(self.selection, column, self.language);
            let (no, yes) = (text_literal(&no), text_literal(&yes));
            return Some(format!("[(None, None, {{False: {no}, True: {yes}}})]"));
        }
        let list = self.list(column)?;
        let periods = self.periods(list);
        (!periods.is_empty()).then(|| {
            let mut text = String::from("[\n");
            for (period, codes) in periods {
                let day = |day: Option<Date>| {
                    day.map_or_else(|| "None".to_owned(), |day| literal(&day.to_string()))
                };
                let ends = format!("{}, {}", day(period.from), day(period.to));
                let codes = codes.iter().map(|(code, label)| {
                    let (code, label) = (literal(code), text_literal(label));
                    format!("            {code}: {label},\n")
                });
                let codes: String = codes.collect();
                let _ = writeln!(text, "        ({ends}, {{\n{codes}        }}),");
            }
            text + "    ]"
        })
    }

    /// Returns the periods of the meanings of a list, each with the codes that have a meaning of exactly this period.
    ///
    /// A code that has two meanings in one period is in two entries with this period.
    fn periods<'l>(&self, list: &'l CodeList) -> Vec<(Period, Vec<(&'l str, String)>)> {
        let mut periods: Vec<(Period, Vec<(&str, String)>)> = Vec::new();
        for (code, entry) in list.published_codes() {
            for meaning in &entry.meanings {
                let label = self.label(entry, meaning);
                let known = periods.iter_mut().find(|(period, codes)| {
                    *period == meaning.period && codes.iter().all(|(known, _)| *known != code)
                });
                match known {
                    Some((_, codes)) => codes.push((code, label)),
                    None => periods.push((meaning.period, vec![(code, label)])),
                }
            }
        }
        periods
    }

    /// Returns the label of a meaning, with its source if another source gives another label at the same time.
    fn label(&self, entry: &CodeEntry, meaning: &Meaning) -> String {
        let text = |meaning: &Meaning| meaning.label.first_of(&self.preferred).1.to_owned();
        let label = text(meaning);
        let differs = entry.meanings.iter().any(|other| {
            other.period.overlaps(meaning.period)
                && other.source != meaning.source
                && text(other) != label
        });
        match &meaning.source {
            Some(source) if differs => format!("{label} ({source})"),
            _ => label,
        }
    }
}

/// Returns a short dictionary; `None` if it is empty.
fn in_one_line(entries: &[(String, String)]) -> Option<String> {
    let entries = entries.iter().map(|(key, value)| format!("{key}: {value}"));
    let entries: Vec<_> = entries.collect();
    (!entries.is_empty()).then(|| format!("{{{}}}", entries.join(", ")))
}
