//! Reads a code table, or reports every error in it.

use std::collections::BTreeMap;

use beraad_describe::{
    CodeEntry, Date, Label, Language, Languages, Meaning, MissingReason, Period, excerpt,
};

use super::{CodeTable, LocatedCode, check_codes};
use crate::csv::{CsvError, Field, Lines};
use crate::error::{Error, Errors};
use crate::words::expected;

/// The table that a text contains, or the errors in the order of the text.
pub(super) fn table(text: &str, languages: &Languages) -> Result<CodeTable, Errors> {
    let mut lines = Lines::new(text);
    let columns = CodeTable::columns(languages);
    if !lines
        .next()
        .is_some_and(|(_, fields)| is_header(&fields, &columns))
    {
        let header = columns.join(",");
        let message = format!("invalid header; expected `{header}`");
        return Errors::check(None, vec![Error::in_line(1, message)]);
    }
    let mut errors = Vec::new();
    let mut codes = Codes::default();
    for (line, fields) in lines {
        let mut reader = LineReader {
            line,
            languages,
            width: columns.len(),
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

fn is_header(fields: &Result<Vec<Field>, CsvError>, columns: &[String]) -> bool {
    let Ok(fields) = fields else { return false };
    let names = fields.iter().map(|field| field.exact().unwrap_or_default());
    names.eq(columns)
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
    languages: &'a Languages,
    /// The number of columns.
    width: usize,
    errors: &'a mut Vec<Error>,
}

impl LineReader<'_> {
    fn error(&mut self, message: impl Into<String>) {
        self.errors.push(Error::in_line(self.line, message.into()));
    }

    /// A code with the one meaning of this line. After an error it may be `None`, and is not used if it is not.
    fn entry(&mut self, fields: Result<Vec<Field>, CsvError>) -> Option<CodeEntry> {
        let fields = match fields {
            Ok(fields) => fields,
            Err(error) => {
                self.error(error.to_string());
                return None;
            }
        };
        if fields.len() != self.width {
            let (width, found) = (self.width, fields.len());
            self.error(format!("expected {width} fields, found {found}"));
            return None;
        }
        // The fields are in the order of `CodeTable::columns`.
        let (code, fields) = fields.split_first()?;
        let editions = &self.languages.editions;
        let (labels, fields) = fields.split_at(editions.len() + self.languages.others.len());
        let (fixed, texts) = fields.split_at(CodeTable::FIXED_COLUMNS.len());
        let (short, remark) = texts.split_at(editions.len());
        let [
            valid_from,
            valid_to,
            documented_from,
            missing,
            source,
            aliases,
        ] = fixed
        else {
            return None;
        };
        let period = self.period(valid_from, valid_to);
        let documented_from = self.documented_from(documented_from, period);
        let missing = self.missing(missing);
        // The fields above are read first, so that their errors are reported also in a line without a label.
        let short = self.optional_label("short", short);
        let remark = self.optional_label("remark", remark);
        let label = self.label(labels)?;
        let aliases = aliases.exact().into_iter();
        let aliases = aliases.flat_map(|aliases| aliases.split('|'));
        let mut meaning = Meaning::new(label);
        meaning.period = period;
        meaning.documented_from = documented_from;
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

    fn documented_from(&mut self, field: &Field, period: Period) -> Option<Date> {
        let day = self.day("documented_from", field)?;
        if period.from.is_some() {
            self.error("`documented_from` cannot be used with `valid_from`; write the first day of the code, or that of the file that documents it");
        } else if let Some(to) = period.to.filter(|to| *to < day) {
            self.error(format!("`valid_to` {to} is before `documented_from` {day}"));
        }
        Some(day)
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

    /// The label whose texts are in these fields: those of the editions, which are required, and of the other languages.
    fn label(&mut self, fields: &[Field]) -> Option<Label> {
        let languages = self.languages;
        let texts = languages.all().zip(fields.iter().map(Field::not_empty));
        let texts: Vec<_> = texts
            .filter_map(|(language, text)| Some((language, text?.to_owned())))
            .collect();
        let has_text = |language: &&Language| texts.iter().any(|(known, _)| known == *language);
        let editions = || languages.editions.iter();
        if !editions().any(|language| has_text(&language)) {
            let columns: Vec<_> = editions().map(|language| format!("`{language}`")).collect();
            self.error(format!("missing label; write {}", columns.join(" and ")));
            return None;
        }
        let missing: Vec<_> = editions().filter(|language| !has_text(language)).collect();
        for language in &missing {
            self.error(format!("missing label in `{language}`"));
        }
        missing.is_empty().then(|| Label::new(texts))
    }

    /// The label whose texts are in these fields, one for each edition, if they are not empty.
    fn optional_label(&mut self, name: &str, fields: &[Field]) -> Option<Label> {
        let editions = self.languages.editions.iter().copied();
        let texts = editions.zip(fields.iter().map(Field::not_empty));
        let (found, missing): (Vec<_>, Vec<_>) = texts.partition(|(_, text)| text.is_some());
        if found.is_empty() {
            return None;
        }
        for (language, _) in &missing {
            self.error(format!(
                "missing text in `{name}_{language}`; write it in every language, or in none"
            ));
        }
        let texts = found.into_iter();
        let texts = texts.filter_map(|(language, text)| Some((language, text?.to_owned())));
        missing.is_empty().then(|| Label::new(texts))
    }
}
