//! Writes a code table.

use beraad_describe::{CodeEntry, Label, Language, Languages, Meaning, Period, excerpt};

use super::CodeTable;
use crate::csv::push_line;

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
pub(super) fn to_csv(codes: &[CodeEntry], languages: &Languages) -> Result<String, WriteCodeError> {
    let mut csv = String::new();
    let columns = CodeTable::columns(languages);
    push_line(&mut csv, columns.iter().map(|column| Some(&**column)));
    for code in codes {
        if let Some(reason) = reason_not_to_write(code, languages) {
            let code = code.code.as_ref().map(ToString::to_string);
            return Err(WriteCodeError { code, reason });
        }
        for (index, meaning) in code.meanings.iter().enumerate() {
            push_meaning(&mut csv, languages, code, meaning, index == 0);
        }
    }
    Ok(csv)
}

/// Returns the part of a code that a table has no place for: it would read back differently.
fn reason_not_to_write(code: &CodeEntry, languages: &Languages) -> Option<&'static str> {
    let lacks_text = |label: &Label| {
        let mut editions = languages.editions.iter();
        editions.any(|language| label.text(*language).is_none())
            || label.iter().any(|(_, text)| text.is_empty())
    };
    let all: Vec<_> = languages.all().collect();
    let is_in = |label: &Label, known: &[Language]| {
        label.languages().all(|language| known.contains(&language))
    };
    let ends_early = |period: Period| {
        period
            .from
            .zip(period.to)
            .is_some_and(|(from, to)| to < from)
    };
    let is_documented_late = |meaning: &Meaning| {
        let Period { from, to, .. } = meaning.period;
        let is_after_end = |day| to.is_some_and(|to| to < day);
        let mut documented = meaning.documented_from.into_iter();
        documented.any(|day| from.is_some() || is_after_end(day))
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
            texts().any(|label| !is_in(label, &languages.editions)),
            "a short text or a remark is in a language that is not an edition",
        ),
        (
            meanings().any(|meaning| !is_in(&meaning.label, &all)),
            "its label is in another language than those of the model",
        ),
        (
            meanings()
                .map(|meaning| &meaning.label)
                .chain(texts())
                .any(lacks_text),
            "a text is missing or empty",
        ),
        (
            meanings().any(|meaning| ends_early(meaning.period)),
            "a period ends before it starts",
        ),
        (
            meanings().any(is_documented_late),
            "`documented_from` is beside a start, or after the end",
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
fn push_meaning(
    csv: &mut String,
    languages: &Languages,
    code: &CodeEntry,
    meaning: &Meaning,
    is_first: bool,
) {
    let Meaning {
        period,
        documented_from,
        source,
        label,
        short,
        missing,
        remark,
        ..
    } = meaning;
    let [from, to] = [period.from, period.to].map(|day| day.map(|day| day.to_string()));
    let documented_from = documented_from.map(|day| day.to_string());
    let missing = missing.map(|missing| missing.to_string());
    // No aliases are an empty field and not `""`, which would read back as one empty alias.
    let aliases = (is_first && !code.aliases.is_empty()).then(|| code.aliases.join("|"));
    let text = |label: &'_ Option<Label>, language| {
        let label = label.as_ref()?;
        label.text(language).map(str::to_owned)
    };
    let editions = || languages.editions.iter().copied();
    let short: Vec<_> = editions().map(|language| text(short, language)).collect();
    let remark: Vec<_> = editions().map(|language| text(remark, language)).collect();
    let mut fields = vec![code.code.as_deref()];
    fields.extend(languages.all().map(|language| label.text(language)));
    fields.extend([
        from.as_deref(),
        to.as_deref(),
        documented_from.as_deref(),
        missing.as_deref(),
        source.as_deref(),
        aliases.as_deref(),
    ]);
    fields.extend(short.iter().chain(&remark).map(Option::as_deref));
    push_line(csv, fields);
}
