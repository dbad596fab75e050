//! The header of a supplied list: the position of each column.

use beraad_describe::{Language, Languages, excerpt, nearest};

use super::error::Report;
use super::message::LayoutMessage;
use crate::csv::Field;

/// The columns that every list may have, next to one for each language of the model. `code` and one language are required.
pub(super) const COLUMNS: [&str; 6] = [
    "code",
    "valid_from",
    "valid_to",
    "missing",
    "source",
    "remark",
];

/// Returns the columns of a list of a model in these languages, in the order of a template.
pub(super) fn columns(languages: &Languages) -> Vec<String> {
    let (code, rest) = COLUMNS.split_at(1);
    let of_languages = languages.all().map(|language| language.to_string());
    let columns = code.iter().map(ToString::to_string).chain(of_languages);
    columns
        .chain(rest.iter().map(ToString::to_string))
        .collect()
}

/// Returns the names of all columns that a list of a model in these languages may have.
pub(super) fn all_columns(languages: &Languages) -> Vec<String> {
    let of_classes = CLASS_COLUMNS.iter().map(ToString::to_string);
    columns(languages).into_iter().chain(of_classes).collect()
}

/// The columns that a list of amount classes may have as well.
pub(super) const CLASS_COLUMNS: [&str; 5] = ["lower", "upper", "closed", "unit", "currency"];

/// The position of each column in the lines of a file.
pub(super) struct Header {
    positions: Vec<(String, usize)>,
    /// The languages of the columns for labels, in the order of the model.
    pub(super) languages: Vec<Language>,
    pub(super) width: usize,
    pub(super) separator: char,
}

impl Header {
    /// The header in this line; `None` if it contains errors.
    pub(super) fn read(
        line: usize,
        fields: &[Field],
        separator: char,
        languages: &Languages,
        report: &mut Report,
    ) -> Option<Self> {
        let columns = columns(languages);
        let known = columns.iter().map(String::as_str).chain(CLASS_COLUMNS);
        let known: Vec<_> = known.collect();
        // Without any name, it is probably the first code: an error about each of its fields would hide that.
        let mut texts = fields.iter().filter_map(Field::trimmed);
        let is_name = |name: &str| {
            let is_known = known.iter().any(|known| known.eq_ignore_ascii_case(name));
            is_known || nearest(name, known.iter().copied()).is_some()
        };
        if !texts.any(is_name) {
            let texts: Vec<_> = fields.iter().map(|it| it.trimmed().unwrap_or("")).collect();
            let text = texts.join(&separator.to_string());
            report.error(line, || LayoutMessage::NotAHeader {
                line: excerpt(text.trim_end_matches(separator)),
                header: columns.join(&separator.to_string()),
            });
            return None;
        }
        let mut positions: Vec<(String, usize)> = Vec::new();
        let mut is_valid = true;
        // `dyn`, since a closure has one type of argument and each call below passes another message.
        let mut error = |message: &dyn Fn() -> LayoutMessage| {
            is_valid = false;
            report.error(line, message);
        };
        // A spreadsheet adds empty fields at the end of a line.
        let last = fields.iter().rposition(|field| field.trimmed().is_some());
        let named = last.map_or(0, |last| last + 1);
        for (position, field) in fields[..named].iter().enumerate() {
            let name = field.trimmed().unwrap_or_default();
            // Some spreadsheets write the first letter as a capital.
            match known.iter().find(|known| known.eq_ignore_ascii_case(name)) {
                None => error(&|| {
                    let column = excerpt(name);
                    match nearest(name, known.iter().copied()) {
                        Some(meant) => LayoutMessage::MisspeltColumn {
                            column,
                            meant: meant.to_owned(),
                        },
                        None => LayoutMessage::UnknownColumn {
                            column,
                            known: known.iter().map(ToString::to_string).collect(),
                        },
                    }
                }),
                Some(known) if positions.iter().any(|(column, _)| column == *known) => {
                    error(&|| LayoutMessage::DuplicateColumn {
                        column: (*known).to_owned(),
                    });
                }
                Some(known) => positions.push(((*known).to_owned(), position)),
            }
        }
        let has = |name| positions.iter().any(|(column, _)| *column == name);
        if !has("code") {
            error(&|| LayoutMessage::MissingCodeColumn {
                example: columns.join(&separator.to_string()),
            });
        }
        let all: Vec<_> = languages.all().collect();
        let found = all.iter().filter(|language| has(language.as_str()));
        let found: Vec<_> = found.copied().collect();
        if found.is_empty() {
            error(&|| LayoutMessage::MissingLabelColumn {
                languages: all.iter().map(ToString::to_string).collect(),
            });
        }
        is_valid.then_some(Self {
            positions,
            // With the empty fields at the end, which a spreadsheet adds to every line.
            languages: found,
            width: fields.len(),
            separator,
        })
    }

    /// The first text of a line in a column without a name.
    pub(super) fn unnamed_text<'a>(&self, fields: &'a [Field]) -> Option<&'a str> {
        let is_named = |at: usize| self.positions.iter().any(|(_, position)| *position == at);
        let mut unnamed = fields.iter().enumerate().filter(|(at, _)| !is_named(*at));
        unnamed.find_map(|(_, field)| field.trimmed())
    }

    /// The field of a column in a line of this file; `None` if the file does not have the column.
    pub(super) fn field<'a>(&self, fields: &'a [Field], column: &str) -> Option<&'a Field> {
        let mut positions = self.positions.iter();
        let (_, position) = positions.find(|(name, _)| *name == column)?;
        fields.get(*position)
    }
}
