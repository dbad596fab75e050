//! Reads a code table, or reports every error in it.

use std::collections::BTreeMap;

use beraad_describe::{CodeEntry, Date, Label, Meaning, MissingReason, Period};

use super::{CodeTable, LocatedCode, check_codes};
use crate::csv::{Field, Lines};
use crate::error::{Error, Errors};
use crate::excerpt::excerpt;
use crate::words::expected;

const WIDTH: usize = CodeTable::COLUMNS.len();

/// The table that a text contains, or the errors in the order of the text.
pub(super) fn table(text: &str) -> Result<CodeTable, Errors> {
    let mut lines = Lines::new(text);
    if !lines.next().is_some_and(|(_, fields)| is_header(&fields)) {
        let header = CodeTable::COLUMNS.join(",");
        let message = format!("invalid header; expected `{header}`");
        return Errors::check(None, vec![Error::in_line(1, message)]);
    }
    let mut errors = Vec::new();
    let mut codes = Codes::default();
    for (line, fields) in lines {
        let mut reader = LineReader {
            line,
            errors: &mut errors,
        };
        if let Some(entry) = reader.entry(fields) {
            codes.add(entry, line);
        }
    }
    let codes = codes.codes;
    // Only over valid lines: one with an invalid day, for example, is kept with an unlimited period, which would
    // overlap with others.
    if errors.is_empty() {
        let found = check_codes(&codes).into_iter();
        errors.extend(found.map(|error| Error::in_line(error.line.unwrap_or(1), error.message)));
    }
    Errors::check(Some(CodeTable { codes }), errors)
}

fn is_header(fields: &Result<Vec<Field>, &'static str>) -> bool {
    let Ok(fields) = fields else { return false };
    let names = fields.iter().map(|field| field.exact().unwrap_or_default());
    names.eq(CodeTable::COLUMNS)
}

/// The codes read so far.
#[derive(Default)]
struct Codes {
    codes: Vec<LocatedCode>,
    /// The index of each published code.
    indices: BTreeMap<String, usize>,
}

impl Codes {
    /// Adds the only meaning of `entry` to its code; a meaning without a published code is a code of its own.
    fn add(&mut self, entry: CodeEntry, line: usize) {
        let index = match &entry.code {
            // Two labels whose codes are not published may belong to one code or to two. No source says which, so they
            // stay apart.
            None => self.codes.len(),
            Some(code) => {
                let next = self.codes.len();
                *self.indices.entry(code.to_string()).or_insert(next)
            }
        };
        let Some(known) = self.codes.get_mut(index) else {
            self.codes.push(LocatedCode {
                entry,
                lines: vec![line],
            });
            return;
        };
        for alias in entry.aliases {
            if !known.entry.aliases.contains(&alias) {
                known.entry.aliases.push(alias);
            }
        }
        known.entry.meanings.extend(entry.meanings);
        known.lines.push(line);
    }
}

/// Reads one line, and reports what is wrong with it.
struct LineReader<'a> {
    line: usize,
    errors: &'a mut Vec<Error>,
}

impl LineReader<'_> {
    fn error(&mut self, message: impl Into<String>) {
        self.errors.push(Error::in_line(self.line, message.into()));
    }

    /// A code with the one meaning of this line. After an error it may be `None`, and is not used if it is not.
    fn entry(&mut self, fields: Result<Vec<Field>, &'static str>) -> Option<CodeEntry> {
        let fields = match fields {
            Ok(fields) => fields,
            Err(error) => {
                self.error(error);
                return None;
            }
        };
        let Ok(fields) = <[Field; WIDTH]>::try_from(fields).map_err(|fields| {
            let found = fields.len();
            self.error(format!("expected {WIDTH} fields, found {found}"));
        }) else {
            return None;
        };
        let [
            code,
            nl,
            en,
            fr,
            valid_from,
            valid_to,
            missing,
            source,
            aliases,
            short_nl,
            short_en,
            remark_nl,
            remark_en,
        ] = &fields;
        let period = self.period(valid_from, valid_to);
        let missing = self.missing(missing);
        let short = self.optional_label("short", short_nl, short_en);
        let remark = self.optional_label("remark", remark_nl, remark_en);
        // The fields above are read first, so that their errors are reported also in a line without a label.
        let mut label = self.label(nl, en)?;
        label.fr = fr.not_empty().map(|fr| fr.to_owned().into());
        let aliases = aliases.exact().into_iter();
        let aliases = aliases.flat_map(|aliases| aliases.split('|'));
        let mut meaning = Meaning::new(label);
        meaning.period = period;
        meaning.source = source.not_empty().map(|source| source.to_owned().into());
        meaning.short = short;
        meaning.missing = missing;
        meaning.remark = remark;
        let mut entry = CodeEntry::unpublished(vec![meaning]);
        entry.code = code.exact().map(|code| code.to_owned().into());
        entry.aliases = aliases.map(|alias| alias.to_owned().into()).collect();
        Some(entry)
    }

    fn period(&mut self, from: &Field, to: &Field) -> Period {
        let period = Period::new(self.day("valid_from", from), self.day("valid_to", to));
        if let Some((from, to)) = period.from.zip(period.to).filter(|(from, to)| to < from) {
            self.error(format!("`valid_to` {to} is before `valid_from` {from}"));
        }
        period
    }

    fn day(&mut self, column: &str, field: &Field) -> Option<Date> {
        let text = field.not_empty()?;
        let day = text.parse().ok();
        if day.is_none() {
            let text = excerpt(text);
            self.error(format!(
                "invalid day `{text}` in `{column}`; expected the form `2013-01-31`"
            ));
        }
        day
    }

    fn missing(&mut self, field: &Field) -> Option<MissingReason> {
        let text = field.not_empty()?;
        let missing = text.parse().ok();
        if missing.is_none() {
            let (text, expected) = (excerpt(text), expected::<MissingReason>());
            self.error(format!(
                "unknown value `{text}` in `missing`; expected {expected}"
            ));
        }
        missing
    }

    fn label(&mut self, nl: &Field, en: &Field) -> Option<Label> {
        match (nl.not_empty(), en.not_empty()) {
            (Some(nl), Some(en)) => return Some(Label::new(nl.to_owned(), en.to_owned())),
            (None, None) => self.error("missing label; write `nl` and `en`"),
            (None, Some(_)) => self.error("missing label in `nl`"),
            (Some(_), None) => self.error("missing label in `en`"),
        }
        None
    }

    fn optional_label(&mut self, name: &str, nl: &Field, en: &Field) -> Option<Label> {
        match (nl.not_empty(), en.not_empty()) {
            (Some(nl), Some(en)) => Some(Label::new(nl.to_owned(), en.to_owned())),
            (None, None) => None,
            (nl, _) => {
                let missing = if nl.is_none() { "nl" } else { "en" };
                self.error(format!(
                    "missing text in `{name}_{missing}`; write both languages, or neither"
                ));
                None
            }
        }
    }
}
