//! A closed list has no other codes than the published ones, and they have no other meanings.

use beraad_describe::{CodeEntry, CodeList, Meaning};

use super::described_as;
use crate::excerpt::excerpt;
use crate::supplied::error::Report;
use crate::supplied::line::SuppliedMeaning;

/// Reports a line that contradicts a closed list.
pub(super) fn check(list: &CodeList, meaning: &SuppliedMeaning, report: &mut Report) {
    let id = &list.id;
    let Some(code) = list.find(&meaning.code) else {
        report.error(meaning.line, || {
            let known: Vec<_> = list.published_codes().map(|(text, _)| text).collect();
            let (code, known) = (excerpt(&meaning.code), first_of(&known));
            format!("unknown code `{code}` in the closed list `{id}`; expected one of {known}; if the data contain `{code}`, the model must be changed first")
        });
        return;
    };
    let published = published_meanings(code, meaning);
    if published.iter().any(|known| has_label(known, meaning)) {
        return;
    }
    report.error(meaning.line, || {
        // In the language that differs: a line may have the published Dutch label and an English one of its own.
        let nl = meaning.nl.as_ref();
        let nl = nl.filter(|nl| published.iter().all(|known| known.label.nl.trim() != **nl));
        let mut labels: Vec<_> = published
            .iter()
            .map(|known| match nl {
                Some(_) => &*known.label.nl,
                None => &*known.label.en,
            })
            .collect();
        labels.dedup();
        let (code, known) = (excerpt(&meaning.code), first_of(&labels));
        let found = described_as(meaning, nl.or(meaning.en.as_ref()));
        format!("code `{code}` of the closed list `{id}` means {known}, not {found}; write the published label, or have the model changed first")
    });
}

/// The published meanings that a line is about: those of its period and source, or all if there is none.
fn published_meanings<'a>(code: &'a CodeEntry, line: &SuppliedMeaning) -> Vec<&'a Meaning> {
    let of_source = |known: &&Meaning| {
        let (one, other) = (&known.source, &line.meaning.source);
        one.is_none() || other.is_none() || one == other
    };
    let of_period = |known: &&Meaning| known.period.overlaps(line.meaning.period);
    let meanings = || code.meanings.iter();
    let found: Vec<_> = meanings().filter(of_source).filter(of_period).collect();
    if found.is_empty() {
        meanings().collect()
    } else {
        found
    }
}

/// Returns whether a line has the label of a published meaning, in the languages that it has.
pub(in crate::supplied) fn has_label(published: &Meaning, line: &SuppliedMeaning) -> bool {
    let is_same = |known: &str, written: &Option<String>| {
        let written = written.as_deref();
        // The labels of the file were trimmed when it was read.
        written.is_none_or(|written| known.trim() == written)
    };
    is_same(&published.label.nl, &line.nl) && is_same(&published.label.en, &line.en)
}

/// The first few of some texts.
fn first_of(texts: &[&str]) -> String {
    const FEW: usize = 8;
    let few = texts.iter().take(FEW);
    let few: Vec<_> = few.map(|text| format!("`{}`", excerpt(text))).collect();
    match texts.len().saturating_sub(FEW) {
        0 => few.join(", "),
        more => format!("{} and {more} more", few.join(", ")),
    }
}
