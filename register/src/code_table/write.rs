//! Writes a code table.

use beraad_describe::{CodeEntry, Label, Meaning, Period};

use super::CodeTable;
use crate::csv::push_line;
use crate::excerpt::excerpt;

/// A code that a code table cannot express.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the code `{}` cannot be written to a code table: {reason}", excerpt(code.as_deref().unwrap_or_default()))]
#[non_exhaustive]
pub struct WriteCodeError {
    /// The stored text of the code; `None` if it is not published.
    pub code: Option<String>,
    /// The part of the code that the table has no place for.
    pub reason: &'static str,
}

/// The text of a code table.
pub(super) fn to_csv(codes: &[CodeEntry]) -> Result<String, WriteCodeError> {
    let mut csv = String::new();
    push_line(&mut csv, CodeTable::COLUMNS.map(Some));
    for code in codes {
        if let Some(reason) = reason_not_to_write(code) {
            let code = code.code.as_ref().map(ToString::to_string);
            return Err(WriteCodeError { code, reason });
        }
        for (index, meaning) in code.meanings.iter().enumerate() {
            push_meaning(&mut csv, code, meaning, index == 0);
        }
    }
    Ok(csv)
}

/// Returns the part of a code that a table has no place for: it would read back differently.
fn reason_not_to_write(code: &CodeEntry) -> Option<&'static str> {
    let has_no_text = |label: &Label| {
        label.nl.is_empty() || label.en.is_empty() || label.fr.as_deref() == Some("")
    };
    let ends_early = |period: Period| {
        period
            .from
            .zip(period.to)
            .is_some_and(|(from, to)| to < from)
    };
    let meanings = || code.meanings.iter();
    let texts = || meanings().flat_map(|meaning| meaning.short.iter().chain(&meaning.remark));
    let reasons = [
        (code.meanings.is_empty(), "it has no meaning"),
        (
            code.code.is_none() && code.meanings.len() > 1,
            "it is not published, and has several meanings",
        ),
        (
            code.aliases.iter().any(|alias| alias.contains('|')),
            "an alias contains `|`",
        ),
        (
            meanings().any(|meaning| meaning.class.is_some()),
            "it is a class of amounts",
        ),
        (
            texts().any(|label| label.fr.is_some()),
            "a short text or a remark is in French",
        ),
        (
            meanings()
                .map(|meaning| &meaning.label)
                .chain(texts())
                .any(has_no_text),
            "a text is empty",
        ),
        (
            meanings().any(|meaning| ends_early(meaning.period)),
            "a period ends before it starts",
        ),
        (
            meanings().any(|meaning| meaning.source.as_deref() == Some("")),
            "the name of a source is empty",
        ),
    ];
    let found = reasons.into_iter().find(|(applies, _)| *applies);
    found.map(|(_, reason)| reason)
}

/// The aliases belong to the code, and are written with its first meaning.
fn push_meaning(csv: &mut String, code: &CodeEntry, meaning: &Meaning, is_first: bool) {
    let Meaning {
        period,
        source,
        label,
        short,
        missing,
        remark,
        ..
    } = meaning;
    let [from, to] = [period.from, period.to].map(|day| day.map(|day| day.to_string()));
    let missing = missing.map(|missing| missing.to_string());
    // No aliases are an empty field and not `""`, which would read back as one empty alias.
    let aliases = (is_first && !code.aliases.is_empty()).then(|| code.aliases.join("|"));
    let nl = |label: &Option<Label>| label.as_ref().map(|label| label.nl.to_string());
    let en = |label: &Option<Label>| label.as_ref().map(|label| label.en.to_string());
    let (short, remark) = ([nl(short), en(short)], [nl(remark), en(remark)]);
    push_line(
        csv,
        [
            code.code.as_deref(),
            Some(&label.nl),
            Some(&label.en),
            label.fr.as_deref(),
            from.as_deref(),
            to.as_deref(),
            missing.as_deref(),
            source.as_deref(),
            aliases.as_deref(),
            short[0].as_deref(),
            short[1].as_deref(),
            remark[0].as_deref(),
            remark[1].as_deref(),
        ],
    );
}
