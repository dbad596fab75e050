//! The header of a supplied list: the position of each column.

use beraad_describe::{nearest, one_of};

use super::error::Report;
use crate::csv::Field;
use crate::excerpt::excerpt;

/// The columns that every list may have. `code`, and one of `nl` and `en`, are required.
pub(super) const COLUMNS: [&str; 9] = [
    "code",
    "nl",
    "en",
    "fr",
    "valid_from",
    "valid_to",
    "missing",
    "source",
    "remark",
];

/// The columns that a list of amount classes may have as well.
pub(super) const CLASS_COLUMNS: [&str; 5] = ["lower", "upper", "closed", "unit", "currency"];

/// The position of each column in the lines of a file.
pub(super) struct Header {
    positions: Vec<(&'static str, usize)>,
    pub(super) width: usize,
    pub(super) separator: char,
}

impl Header {
    /// The header in this line; `None` if it contains errors.
    pub(super) fn read(
        line: usize,
        fields: &[Field],
        separator: char,
        report: &mut Report,
    ) -> Option<Self> {
        let known: Vec<_> = COLUMNS.iter().chain(&CLASS_COLUMNS).copied().collect();
        let mut positions: Vec<(&'static str, usize)> = Vec::new();
        let mut is_valid = true;
        // `dyn`, since a closure has one type of argument and each call below passes another message.
        let mut error = |message: &dyn Fn() -> String| {
            is_valid = false;
            report.error(line, message);
        };
        // A spreadsheet adds empty fields at the end of a line.
        let last = fields.iter().rposition(|field| field.trimmed().is_some());
        let named = last.map_or(0, |last| last + 1);
        for (position, field) in fields[..named].iter().enumerate() {
            let name = field.trimmed().unwrap_or_default();
            match known.iter().find(|known| **known == name) {
                None => error(&|| {
                    let hint = match nearest(name, known.iter().copied()) {
                        Some(meant) => format!("did you mean `{meant}`?"),
                        None => format!("expected {}", one_of(&known)),
                    };
                    format!("unknown column `{}`; {hint}", excerpt(name))
                }),
                Some(known) if positions.iter().any(|(column, _)| column == known) => {
                    error(&|| format!("duplicate column `{known}`"));
                }
                Some(known) => positions.push((known, position)),
            }
        }
        let has = |name| positions.iter().any(|(column, _)| *column == name);
        if !has("code") {
            error(&|| {
                let example = COLUMNS.join(&separator.to_string());
                format!(
                    "missing column `code`; the first line that is not a comment is the header, such as `{example}`"
                )
            });
        }
        if !has("nl") && !has("en") {
            error(&|| "missing column for labels; write `nl`, `en` or both".to_owned());
        }
        is_valid.then_some(Self {
            positions,
            // With the empty fields at the end, which a spreadsheet adds to every line.
            width: fields.len(),
            separator,
        })
    }

    /// The field of a column in a line of this file; `None` if the file does not have the column.
    pub(super) fn field<'a>(&self, fields: &'a [Field], column: &str) -> Option<&'a Field> {
        let mut positions = self.positions.iter();
        let (_, position) = positions.find(|(name, _)| *name == column)?;
        fields.get(*position)
    }
}
