//! Checks of the codes of a published list against each other.

use std::collections::BTreeMap;

use beraad_describe::{CodeEntry, CodeForm, CodeTextError, Language, Meaning, excerpt};

use super::LocatedCode;
use crate::overlap::report_contradictions;

/// An error in the codes of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct CodeError {
    /// The index of the code.
    pub code: usize,
    /// The line that is wrong; `None` if the code does not come from a table.
    pub line: Option<usize>,
    /// The error and what to write instead, without the line.
    pub message: String,
}

/// Returns the errors in the codes of a published list, in the order of the codes.
///
/// - A code or an alias is at most [`CodeEntry::MAX_CODE_BYTES`] printable ASCII characters, without a space before or after it.
/// - Each code occurs once.
/// - An alias is neither a code of the list nor an alias of another code.
/// - In overlapping periods, a source gives a code one label.
///
/// [`CodeTable::parse`](super::CodeTable::parse) calls this function.
///
/// ```
/// use beraad_describe::{Language, Languages};
/// use beraad_register::{CodeTable, check_codes};
///
/// let languages = Languages::new(Language::NL, [Language::NL]);
/// let header = CodeTable::columns(&languages).join(",");
/// let mut table = CodeTable::parse(&format!("{header}\nA,avontuur,,,,,,,,\n"), &languages)?;
/// assert!(check_codes(&table.codes).is_empty());
/// table.codes[0].entry.code = Some("A ".into());
/// assert_eq!(
///     check_codes(&table.codes)[0].message,
///     "invalid code `A `: expected no space before or after it"
/// );
/// # Ok::<(), beraad_register::Errors>(())
/// ```
#[must_use]
pub fn check_codes(codes: &[LocatedCode]) -> Vec<CodeError> {
    // One pass collects the names before another checks them: an alias may be the code of a later line.
    let names = Names::of(codes);
    let mut errors = Vec::new();
    for (index, code) in codes.iter().enumerate() {
        let mut report = |meaning: usize, message: String| {
            errors.push(CodeError {
                code: index,
                line: code.lines.get(meaning).copied(),
                message,
            });
        };
        check_texts(&code.entry, &mut report);
        names.check(index, &code.entry, &mut report);
        check_meanings(code, &mut report);
    }
    errors
}

/// A function that takes the index of a meaning of the code, and what is wrong there.
type Report<'a> = dyn FnMut(usize, String) + 'a;

fn check_texts(entry: &CodeEntry, report: &mut Report<'_>) {
    for text in entry.code.iter().chain(entry.aliases.iter()) {
        if let Some(error) = CodeTextError::of(text) {
            report(0, invalid_code(text, error));
        }
    }
}

/// The message for a text that cannot be a code.
fn invalid_code(text: &str, error: CodeTextError) -> String {
    format!("invalid code `{}`: {error}", excerpt(text))
}

/// Returns an error for each code of a published list that does not have the form of the codes of the list.
///
/// An alias is another spelling, and may have another form.
///
/// ```
/// use beraad_describe::{CodeForm, Language, Languages};
/// use beraad_register::{CodeTable, check_form};
///
/// let languages = Languages::new(Language::NL, [Language::NL]);
/// let header = CodeTable::columns(&languages).join(",");
/// let table = CodeTable::parse(&format!("{header}\nA,avontuur,,,,,,,,\n"), &languages)?;
/// let form = CodeForm::new("3".parse().ok(), None)?;
/// assert_eq!(check_form(&table.codes, &form)[0].message, "invalid code `A`: expected 3 characters");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn check_form(codes: &[LocatedCode], form: &CodeForm) -> Vec<CodeError> {
    let mut errors = Vec::new();
    for (index, code) in codes.iter().enumerate() {
        let text = code.entry.code.as_deref();
        if let Some(text) = text.filter(|text| !form.accepts(text)) {
            errors.push(CodeError {
                code: index,
                line: code.lines.first().copied(),
                message: code_of_other_form(text, form),
            });
        }
    }
    errors
}

/// The message for a code that does not have the form of the codes of its list.
fn code_of_other_form(text: &str, form: &CodeForm) -> String {
    format!("invalid code `{}`: expected {form}", excerpt(text))
}

/// The first code with each text, and the first code with each alias, by index.
struct Names<'a> {
    codes: BTreeMap<&'a str, usize>,
    aliases: BTreeMap<&'a str, usize>,
}

impl<'a> Names<'a> {
    fn of(codes: &'a [LocatedCode]) -> Self {
        let mut names = Self {
            codes: BTreeMap::new(),
            aliases: BTreeMap::new(),
        };
        for (index, code) in codes.iter().enumerate() {
            if let Some(text) = &code.entry.code {
                names.codes.entry(text).or_insert(index);
            }
            for alias in &code.entry.aliases {
                names.aliases.entry(alias).or_insert(index);
            }
        }
        names
    }

    fn check(&self, index: usize, entry: &CodeEntry, report: &mut Report<'_>) {
        let first = entry.code.as_deref().and_then(|text| self.codes.get(text));
        if let Some(text) = entry.code.as_ref().filter(|_| first != Some(&index)) {
            report(
                0,
                format!(
                    "duplicate code `{}`; if its meaning changes, use a `table`",
                    excerpt(text)
                ),
            );
        }
        for alias in &entry.aliases {
            let is_code = self.codes.contains_key(&**alias);
            // The first code with an alias keeps it. An alias that is the code of its own entry is an error as well.
            if is_code || self.aliases.get(&**alias) != Some(&index) {
                let alias = excerpt(alias);
                report(
                    0,
                    format!(
                        "duplicate alias `{alias}`; it already means another code of this list"
                    ),
                );
            }
        }
    }
}

fn check_meanings(code: &LocatedCode, report: &mut Report<'_>) {
    // Two sources may give one code different meanings. Meanings that name no source are compared among themselves.
    let mut of_source: BTreeMap<_, Vec<(usize, &Meaning)>> = BTreeMap::new();
    for meaning in code.entry.meanings.iter().enumerate() {
        of_source
            .entry(&meaning.1.source)
            .or_default()
            .push(meaning);
    }
    for meanings in of_source.values() {
        report_contradictions(
            meanings.iter().collect(),
            |(_, meaning)| meaning.period,
            |(_, meaning)| &meaning.label,
            |one, other| {
                // The pass is in the order of days; a message is at the later line of the file.
                let (later, earlier) = if one.0 > other.0 {
                    (one, other)
                } else {
                    (other, one)
                };
                let text = excerpt(code.entry.code.as_deref().unwrap_or_default());
                let place = code.lines.get(earlier.0);
                let place = place.map(|line| format!(" (line {line})"));
                let (here, there) = labels_that_differ(later.1, earlier.1);
                report(
                    later.0,
                    format!(
                        "code `{text}` means `{here}` and `{there}`{} in overlapping periods; write a period or a source for each",
                        place.unwrap_or_default()
                    ),
                );
            },
        );
    }
}

/// The texts of two labels in the first language in which they differ: English if they differ there.
fn labels_that_differ<'a>(one: &'a Meaning, other: &'a Meaning) -> (&'a str, &'a str) {
    let languages = one.label.languages().chain(other.label.languages());
    let text = |meaning: &'a Meaning, language| meaning.label.text(language);
    let languages = std::iter::once(Language::EN).chain(languages);
    let mut pairs = languages.map(|language| (text(one, language), text(other, language)));
    let differ = pairs.find(|(here, there)| here != there);
    let (here, there) = differ.unwrap_or_default();
    (here.unwrap_or_default(), there.unwrap_or_default())
}
