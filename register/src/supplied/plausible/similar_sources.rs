//! Sources that are probably one source, written in two ways.

use std::collections::BTreeMap;

use beraad_describe::{CodeList, excerpt};

use super::fold::folded;
use crate::supplied::error::Report;
use crate::supplied::line::SuppliedMeaning;
use crate::supplied::message::LabelMessage;
use crate::supplied::warning::ListWarningKind;

pub(super) fn check(list: &CodeList, lines: &[SuppliedMeaning], report: &mut Report) {
    // The first spelling of each source.
    let mut known: BTreeMap<String, String> = BTreeMap::new();
    for source in list.codes.iter().flat_map(|code| &code.meanings) {
        if let Some(source) = &source.source {
            let source = source.to_string();
            known.entry(folded(&source)).or_insert(source);
        }
    }
    for line in lines {
        let Some(source) = &line.meaning.source else {
            continue;
        };
        let source = source.to_string();
        let form = folded(&source);
        match known.get(&form) {
            None => {
                known.insert(form, source);
            }
            Some(other) if *other != source => {
                report.warning(line.line, ListWarningKind::SimilarSource, &source, || {
                    let (source, other) = (excerpt(&source), excerpt(other));
                    LabelMessage::SimilarSource { source, other }
                });
                // Once for each spelling.
                known.insert(form, source);
            }
            Some(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::supplied::plausible::testing::{lines, list, warned};

    fn found(published: Option<&str>, sources: [&str; 3]) -> Vec<(usize, ListWarningKind)> {
        let mut list = list(&[(Some("0"), "nul")]);
        list.codes[0].meanings[0].source = published.map(|it| it.to_owned().into());
        let mut lines = lines(&[("1", "a"), ("2", "b"), ("3", "c")]);
        for (line, source) in lines.iter_mut().zip(sources) {
            line.meaning.source = Some(source.to_owned().into());
        }
        warned(&list, |_, report| check(&list, &lines, report))
    }

    #[test]
    fn second_spelling_of_a_source_is_reported_once() {
        let kind = ListWarningKind::SimilarSource;
        assert_eq!(found(None, ["EMPL", "empl", "empl"]), [(3, kind)]);
        assert_eq!(found(Some("EMPL"), ["Empl", "SOCI", "UNEM"]), [(2, kind)]);
    }

    #[test]
    fn other_sources_give_no_warning() {
        assert_eq!(found(Some("EMPL"), ["EMPL", "SOCI", "UNEM"]), []);
    }
}
