//! A closed list has no other codes than the published ones, and they have no other meanings.

use beraad_describe::{CodeEntry, CodeList, Language, Meaning, excerpt};

use super::described_as;
use crate::supplied::error::Report;
use crate::supplied::line::SuppliedMeaning;
use crate::supplied::message::LinesMessage;

/// Reports a line that contradicts a closed list.
pub(super) fn check(list: &CodeList, meaning: &SuppliedMeaning, report: &mut Report) {
    let id = || list.id.to_string();
    let Some(code) = list.find(&meaning.code) else {
        report.error(meaning.line, || {
            let known: Vec<_> = list.published_codes().map(|(text, _)| text).collect();
            let (known, more) = first_of(&known);
            LinesMessage::UnknownCode {
                code: excerpt(&meaning.code),
                list: id(),
                known,
                more,
            }
        });
        return;
    };
    let published = published_meanings(code, meaning);
    if published.iter().any(|known| !contradicts(known, meaning)) {
        return;
    }
    report.error(meaning.line, || {
        // In the language that differs: a line may have the published label in one language and one of its own in another.
        let texts = || meaning.meaning.label.iter();
        let known = |language| {
            published
                .iter()
                .filter_map(move |it| it.label.text(language))
        };
        let common = || texts().filter(|(language, _)| known(*language).next().is_some());
        let own = common().find(|(language, text)| known(*language).all(|it| it.trim() != *text));
        let (language, text) = own
            .or_else(|| common().next())
            .unwrap_or((Language::EN, ""));
        let mut labels: Vec<_> = known(language).collect();
        labels.dedup();
        let (known, more) = first_of(&labels);
        LinesMessage::OtherMeaning {
            code: excerpt(&meaning.code),
            list: id(),
            known,
            more,
            found: described_as(meaning, text),
        }
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

/// Returns whether a line has the label of a published meaning, in each language that both have; they have one at least.
pub(in crate::supplied) fn has_label(published: &Meaning, line: &SuppliedMeaning) -> bool {
    // The labels of the file were trimmed when it was read.
    let mut common = common_texts(published, line).peekable();
    common.peek().is_some() && common.all(|(known, written)| known.trim() == written)
}

/// Returns whether a line has another label than a published meaning in a language that both have.
pub(in crate::supplied) fn contradicts(published: &Meaning, line: &SuppliedMeaning) -> bool {
    common_texts(published, line).any(|(known, written)| known.trim() != written)
}

/// The published text and that of a line, in each language that both have.
fn common_texts<'a>(
    published: &'a Meaning,
    line: &'a SuppliedMeaning,
) -> impl Iterator<Item = (&'a str, &'a str)> {
    let texts = line.meaning.label.iter();
    texts.filter_map(|(language, text)| Some((published.label.text(language)?, text)))
}

/// The first few of some texts, and the number of the others.
fn first_of(texts: &[&str]) -> (Vec<String>, usize) {
    const FEW: usize = 8;
    let few = texts.iter().take(FEW);
    let few = few.map(|text| excerpt(text)).collect();
    (few, texts.len().saturating_sub(FEW))
}
