//! Labels that are those of another code, or nearly the published ones, or contradict these.

mod problem;

use beraad_describe::{CodeEntry, Label, Language, Meaning, code_without_zeros, excerpt};

use self::problem::{Place, Problem};
use super::fold::folded;
use super::near::{difference, is_typo};
use super::published::Published;
use crate::supplied::error::Report;
use crate::supplied::line::SuppliedMeaning;
use crate::supplied::message::{LabelDifference, LabelMessage};
use crate::supplied::warning::ListWarningKind;

pub(super) fn check(published: &Published<'_>, lines: &[SuppliedMeaning], report: &mut Report) {
    let is_reference = published.list.is_reference_only();
    let mut of_reference: Vec<(String, Place<'_>)> = Vec::new();
    for line in lines {
        let line = LabelledLine::new(published, line);
        let mut labels = line.line.meaning.label.iter();
        // The first label that is implausible: the others are probably so for the same reason.
        let found = labels.find_map(|(language, text)| {
            let problem = line.problem(language, text)?;
            let line = line.line;
            Some((
                problem,
                Place {
                    line,
                    language,
                    text,
                },
            ))
        });
        match found {
            None => line.check_missing(report),
            Some((Problem::Contradiction(published), place)) if is_reference && line.has_code() => {
                of_reference.push((published, place));
            }
            Some((problem, place)) => problem.report(&place, report),
        }
    }
    problem::report_of_reference(&of_reference, report);
}

/// A line, and what is published of its code.
struct LabelledLine<'a> {
    published: &'a Published<'a>,
    line: &'a SuppliedMeaning,
    /// The published entry of the code; otherwise those that have no code and a label of the line.
    own: Vec<&'a CodeEntry>,
}

impl<'a> LabelledLine<'a> {
    fn new(published: &'a Published<'a>, line: &'a SuppliedMeaning) -> Self {
        let mut own: Vec<&CodeEntry> = published.entry(&line.code).into_iter().collect();
        if own.is_empty() {
            let mut labels = line.meaning.label.iter();
            let without_code = labels.find_map(|(language, text)| {
                let found = published.with_label(language, &folded(text)).iter();
                let found = found.filter(|(entry, _)| entry.code.is_none());
                let found: Vec<_> = found.map(|(entry, _)| *entry).collect();
                (!found.is_empty()).then_some(found)
            });
            own = without_code.unwrap_or_default();
        }
        Self {
            published,
            line,
            own,
        }
    }

    fn is_own(&self, entry: &CodeEntry) -> bool {
        self.own.iter().any(|own| std::ptr::eq(*own, entry))
    }

    /// Returns whether the code of the line is published.
    fn has_code(&self) -> bool {
        self.own.iter().any(|entry| entry.code.is_some())
    }

    /// The published meanings of the code that may be that of the line.
    fn own_meanings(&self) -> impl Iterator<Item = &'a Meaning> {
        let meanings = self.own.iter().flat_map(|entry| &entry.meanings);
        meanings.filter(|known| is_possible(known, self.line))
    }

    /// Returns what is implausible in the label in a language.
    fn problem(&self, language: Language, text: &str) -> Option<Problem> {
        let folded = folded(text);
        let found = self.published.with_label(language, &folded);
        let found = || {
            found
                .iter()
                .filter(|(_, known)| is_possible(known, self.line))
        };
        let text_of = |known: &Meaning| {
            known
                .label
                .text(language)
                .unwrap_or_default()
                .trim()
                .to_owned()
        };
        let mut own = found().filter(|(entry, _)| self.is_own(entry));
        if own.clone().any(|(_, known)| text_of(known) == text) {
            return None;
        }
        let near = |known: &Meaning, difference: Option<LabelDifference>, has_code: bool| {
            let published = text_of(known);
            Problem::Near {
                difference: difference.unwrap_or_else(|| self::difference(text, &published)),
                published,
                has_code,
            }
        };
        if let Some((entry, known)) = own.next() {
            return Some(near(known, None, entry.code.is_some()));
        }
        // A code that lost its zeros has the label of the code that it was: another check reports it.
        let other = found().filter_map(|(entry, _)| entry.code.as_deref());
        let mut other = other.filter(|code| !is_changed(code, &self.line.code));
        if let Some(other) = other.next() {
            return Some(Problem::OfOtherCode(other.to_owned()));
        }
        if found()
            .next()
            .is_some_and(|(entry, _)| entry.code.is_some())
        {
            return None;
        }
        self.other_language(language, &folded)
            .or_else(|| self.contradiction(language, &folded))
            .or_else(|| {
                let is_new = self.own.is_empty();
                let typos =
                    is_new.then(|| self.published.with_label_apart_from_typo(language, &folded));
                let mut typos = typos.unwrap_or_default().into_iter();
                let known = typos.find(|known| is_possible(known, self.line))?;
                Some(near(known, Some(LabelDifference::OneLetter), false))
            })
    }

    /// The published label in another language, if it is not the label in this language too. `text` is the folded label.
    fn other_language(&self, language: Language, text: &str) -> Option<Problem> {
        let mut others = self
            .published
            .languages()
            .filter(|other| *other != language);
        others.find_map(|other| {
            let found = self.published.with_label(other, text).iter();
            let mut found = found.filter(|(entry, known)| {
                let is_of_line =
                    self.is_own(entry) || (self.own.is_empty() && entry.code.is_none());
                is_of_line && is_possible(known, self.line)
            });
            // Many words are the same in two languages: the published label must be another one in this language.
            let (_, known) = found.find(|(_, known)| {
                let here = known.label.text(language);
                here.is_some_and(|here| folded(here) != text)
            })?;
            Some(Problem::OtherLanguage {
                of: other,
                published: known.label.text(language)?.to_owned(),
            })
        })
    }

    /// The published label that the line contradicts. `text` is the folded label.
    fn contradiction(&self, language: Language, text: &str) -> Option<Problem> {
        let is_text = |label: &Label| label.text(language).is_some_and(|it| folded(it) == text);
        if self
            .own_meanings()
            .any(|known| known.short.as_ref().is_some_and(is_text))
        {
            return None;
        }
        let mut labels = self
            .own_meanings()
            .filter_map(|known| known.label.text(language));
        let published = labels.next()?;
        let mut labels = std::iter::once(published).chain(labels);
        if let Some(near) = labels.find(|known| is_typo(&folded(known), text)) {
            return Some(Problem::Near {
                difference: LabelDifference::OneLetter,
                published: near.to_owned(),
                has_code: self.has_code(),
            });
        }
        Some(Problem::Contradiction(published.to_owned()))
    }

    /// Reports a reason for a missing value that is not the published one.
    fn check_missing(&self, report: &mut Report) {
        let Some(missing) = self.line.meaning.missing else {
            return;
        };
        let mut reasons = self.own_meanings().map(|known| known.missing);
        let Some(Some(first)) = reasons.next() else {
            return;
        };
        if first != missing && !reasons.any(|reason| reason == Some(missing)) {
            let (line, kind) = (self.line.line, ListWarningKind::ContradictsPublished);
            report.warning(line, kind, &self.line.code, || {
                LabelMessage::OtherMissingReason {
                    code: excerpt(&self.line.code),
                    missing: missing.to_string(),
                    published: first.to_string(),
                }
            });
        }
    }
}

/// Returns whether a code is another one, changed by a program in a way that another check reports.
fn is_changed(code: &str, other: &str) -> bool {
    let form = |code: &str| {
        let decimals = code.rsplit_once(['.', ',']);
        let decimals = decimals.filter(|(_, it)| it.bytes().all(|byte| byte == b'0'));
        code_without_zeros(decimals.map_or(code, |(whole, _)| whole))
    };
    form(code) == form(other)
}

/// Returns whether a published meaning may be that of a line: by its period, and by its source.
fn is_possible(known: &Meaning, line: &SuppliedMeaning) -> bool {
    let (one, other) = (&known.source, &line.meaning.source);
    let same_source = one.is_none() || other.is_none() || one == other;
    same_source && known.period.overlaps(line.meaning.period)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::supplied::plausible::testing::{lines, list, period, warned};

    use ListWarningKind::{ContradictsPublished, LabelOfOtherCode, NearLabel, OtherLanguage};

    fn found(
        list: &beraad_describe::CodeList,
        lines: &[SuppliedMeaning],
    ) -> Vec<(usize, ListWarningKind)> {
        warned(list, |published, report| check(published, lines, report))
    }

    #[test]
    fn label_that_nearly_is_the_published_one_is_reported() {
        let list = list(&[(None, "goede kennis"), (Some("1"), "geen kennis")]);
        let lines = lines(&[
            ("2", "Goede kennis"),
            ("3", "goede\u{a0}kennis"),
            ("4", "goede kennis."),
            ("5", "goede  kennis"),
            ("1", "géén kennis"),
            ("6", "goede-kennis"),
            ("7", "\"goede kennis\""),
            ("8", "goede kenis"),
            ("1", "geen kenis"),
            ("1", "geen kennsi"),
        ]);
        let expected = (2..=11).map(|line| (line, NearLabel)).collect::<Vec<_>>();
        assert_eq!(found(&list, &lines), expected);
    }

    #[test]
    fn label_of_another_code_is_reported_in_the_same_period_only() {
        let mut list = list(&[(Some("1"), "man"), (Some("2"), "vrouw")]);
        assert_eq!(
            found(&list, &lines(&[("2", "Man")])),
            [(2, LabelOfOtherCode)]
        );
        assert_eq!(
            found(&list, &lines(&[("3", "vrouw")])),
            [(2, LabelOfOtherCode)]
        );
        list.codes[0].meanings[0].period = period(None, Some((2011, 12, 31)));
        let mut later = lines(&[("3", "man")]);
        later[0].meaning.period = period(Some((2012, 1, 1)), None);
        assert_eq!(found(&list, &later), []);
    }

    #[test]
    fn published_label_and_a_new_one_give_no_warning() {
        let list = list(&[
            (Some("1"), "andere"),
            (Some("2"), "andere"),
            (None, "goede kennis"),
        ]);
        let lines = lines(&[
            ("1", "andere"),
            ("2", "andere"),
            ("3", "goede kennis"),
            ("4", "iets anders"),
        ]);
        assert_eq!(found(&list, &lines), []);
    }

    /// A list with the code `1`, `low` or `laag`, and the label `high` or `hoog` without its code.
    fn bilingual() -> beraad_describe::CodeList {
        let mut list = list(&[(Some("1"), "laag"), (None, "hoog")]);
        for (entry, text) in list.codes.iter_mut().zip(["low", "high"]) {
            entry.meanings[0].label.set(Language::EN, text);
        }
        list
    }

    /// The warnings about a line with this code and these labels.
    fn of_labels(
        list: &beraad_describe::CodeList,
        code: &str,
        labels: &[(Language, &str)],
    ) -> Vec<ListWarningKind> {
        let mut lines = lines(&[(code, "x")]);
        lines[0].meaning.label = Label::new(
            labels
                .iter()
                .map(|(language, text)| (*language, (*text).to_owned())),
        );
        found(list, &lines)
            .into_iter()
            .map(|(_, kind)| kind)
            .collect()
    }

    #[test]
    fn label_that_contradicts_the_published_one_is_reported() {
        let mut list = bilingual();
        let (nl, en) = (Language::NL, Language::EN);
        for (code, labels) in [
            ("1", &[(nl, "midden")][..]),
            ("1", &[(nl, "laag"), (en, "middle")]),
            ("2", &[(nl, "hoog"), (en, "middle")]),
            ("2", &[(nl, "hoger"), (en, "high")]),
        ] {
            assert_eq!(
                of_labels(&list, code, labels),
                [ContradictsPublished],
                "{labels:?}"
            );
        }
        let short = Label::new([(nl, "l.".to_owned())]);
        list.codes[0].meanings[0].short = Some(short);
        for (code, labels) in [
            ("1", &[(nl, "laag"), (en, "low")][..]),
            ("1", &[(nl, "l.")]),
            ("1", &[(Language::FR, "bas")]),
            ("3", &[(nl, "midden"), (en, "middle")]),
        ] {
            assert_eq!(of_labels(&list, code, labels), [], "{labels:?}");
        }
    }

    #[test]
    fn other_codes_than_those_of_a_reference_list_are_reported_once() {
        let mut list = list(&[
            (Some("1"), "laag"),
            (Some("2"), "midden"),
            (Some("3"), "hoog"),
        ]);
        let lines = lines(&[("1", "laag"), ("2", "rood"), ("3", "blauw")]);
        let each = [(3, ContradictsPublished), (4, ContradictsPublished)];
        assert_eq!(found(&list, &lines), each);
        list.status = Some(beraad_describe::ListStatus::Reference);
        assert_eq!(found(&list, &lines), each[..1]);
        assert_eq!(found(&list, &lines[..1]), []);
    }

    #[test]
    fn other_label_in_another_period_gives_no_warning() {
        let mut list = list(&[(Some("1"), "laag")]);
        list.codes[0].meanings[0].period = period(None, Some((2011, 12, 31)));
        let mut lines = lines(&[("1", "midden")]);
        assert_eq!(found(&list, &lines), [(2, ContradictsPublished)]);
        lines[0].meaning.period = period(Some((2012, 1, 1)), None);
        assert_eq!(found(&list, &lines), []);
    }

    #[test]
    fn published_label_in_the_column_of_another_language_is_reported() {
        let list = bilingual();
        let (nl, en, fr) = (Language::NL, Language::EN, Language::FR);
        for (code, labels) in [
            ("1", &[(en, "laag")][..]),
            ("2", &[(en, "hoog")]),
            ("2", &[(nl, "high"), (en, "hoog")]),
        ] {
            assert_eq!(
                of_labels(&list, code, labels),
                [OtherLanguage],
                "{labels:?}"
            );
        }
        // Nothing is published in French, and some words are those of another language.
        assert_eq!(of_labels(&list, "1", &[(fr, "low")]), []);
        assert_eq!(of_labels(&list, "5", &[(en, "laag")]), []);
    }

    #[test]
    fn reason_that_contradicts_the_published_one_is_reported() {
        use beraad_describe::MissingReason::{Refused, Unspecified};
        let mut list = list(&[(Some("9"), "onbekend")]);
        list.codes[0].meanings[0].missing = Some(Unspecified);
        let mut lines = lines(&[("9", "onbekend")]);
        for (reason, expected) in [
            (Some(Refused), &[(2, ContradictsPublished)][..]),
            (Some(Unspecified), &[]),
            (None, &[]),
        ] {
            lines[0].meaning.missing = reason;
            assert_eq!(found(&list, &lines), expected);
        }
    }

    #[test]
    fn code_that_lost_its_zeros_is_reported_once() {
        let list = list(&[(Some("01"), "man")]);
        assert_eq!(found(&list, &lines(&[("1", "man"), ("1.0", "man")])), []);
    }
}
