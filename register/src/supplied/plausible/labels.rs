//! Labels that are those of another code, or nearly the published ones.

use beraad_describe::{CodeEntry, Meaning};

use super::published::Published;
use crate::excerpt::excerpt;
use crate::supplied::error::Report;
use crate::supplied::line::SuppliedMeaning;
use crate::supplied::warning::ListWarningKind;

pub(super) fn check(published: &Published<'_>, lines: &[SuppliedMeaning], report: &mut Report) {
    for line in lines {
        check_line(published, line, report);
    }
}

/// Reports the first label of a line that is implausible: the others are probably so for the same reason.
fn check_line(published: &Published<'_>, line: &SuppliedMeaning, report: &mut Report) {
    let own = published.entry(&line.code);
    for (language, text) in line.meaning.label.iter() {
        let found = published.with_label(language, text);
        let found = || found.iter().filter(|(_, known)| is_possible(known, line));
        let is_own = |entry: &CodeEntry| own.is_some_and(|own| std::ptr::eq(own, entry));
        let text_of = |known: &Meaning| {
            known
                .label
                .text(language)
                .unwrap_or_default()
                .trim()
                .to_owned()
        };
        // The label that the code has, or that waits for its code, letter by letter.
        let is_exact = found().any(|(entry, known)| {
            (is_own(entry) || entry.code.is_none()) && text_of(known) == text
        });
        if is_exact {
            continue;
        }
        if let Some((_, known)) = found().find(|(entry, _)| is_own(entry)) {
            near(line, text, &text_of(known), "", report);
            return;
        }
        // A code that has a published meaning for this period does not take the place of a label without a code.
        if let Some((_, known)) = found().find(|(entry, _)| entry.code.is_none()) {
            near(
                line,
                text,
                &text_of(known),
                ", whose code is not published",
                report,
            );
            return;
        }
        // A code that lost its zeros has the label of the code that it was: another check reports it.
        let other = found().filter_map(|(entry, _)| entry.code.as_deref());
        let mut other = other.filter(|code| !is_changed(code, &line.code));
        if let Some(other) = other.next() {
            report.warning(line.line, ListWarningKind::LabelOfOtherCode, || {
                let (code, text, other) = (excerpt(&line.code), excerpt(text), excerpt(other));
                format!("code `{code}` has the label `{text}`, which is the published label of code `{other}` in this period; check the code, and write another label if both exist")
            });
            return;
        }
    }
}

/// Returns whether a code is another one, changed by a program in a way that another check reports.
fn is_changed(code: &str, other: &str) -> bool {
    let form = |code: &str| {
        let decimals = code.rsplit_once(['.', ',']);
        let decimals = decimals.filter(|(_, it)| it.bytes().all(|byte| byte == b'0'));
        let whole = decimals.map_or(code, |(whole, _)| whole);
        whole.trim_start_matches('0').to_ascii_lowercase()
    };
    form(code) == form(other)
}

/// Returns whether a published meaning may be that of a line: by its period, and by its source.
fn is_possible(known: &Meaning, line: &SuppliedMeaning) -> bool {
    let (one, other) = (&known.source, &line.meaning.source);
    let same_source = one.is_none() || other.is_none() || one == other;
    same_source && known.period.overlaps(line.meaning.period)
}

fn near(line: &SuppliedMeaning, text: &str, known: &str, state: &str, report: &mut Report) {
    report.warning(line.line, ListWarningKind::NearLabel, || {
        let difference = difference(text, known);
        let (text, known) = (excerpt(text), excerpt(known));
        format!("label `{text}` differs only by {difference} from the published label `{known}`{state}; copy the published label letter by letter, so that both are one meaning")
    });
}

/// Characters without a width, and the soft hyphen.
const INVISIBLE: [char; 5] = ['\u{200b}', '\u{200c}', '\u{200d}', '\u{feff}', '\u{ad}'];

/// The difference between two labels that nearly equal each other, in words: some of them cannot be seen.
fn difference(text: &str, known: &str) -> &'static str {
    let spaces = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let has_other_space = |text: &str| text.chars().any(|it| it.is_whitespace() && it != ' ');
    if spaces(text) == spaces(known) {
        return if has_other_space(text) || has_other_space(known) {
            "a no-break space"
        } else {
            "a doubled space"
        };
    }
    let visible = |text: &str| text.replace(INVISIBLE, "");
    if visible(text) == visible(known) {
        return "a character that is not visible";
    }
    let (text, known) = (spaces(text), spaces(known));
    let end = |char: char| char.is_ascii_punctuation() || char == ' ';
    if text.trim_end_matches(end) == known.trim_end_matches(end) {
        return "punctuation at the end";
    }
    if text.to_lowercase() == known.to_lowercase() {
        return "capitals";
    }
    "capitals, accents, quotes, hyphens, spaces or punctuation"
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::supplied::plausible::testing::{lines, list, period, warned};

    use ListWarningKind::{LabelOfOtherCode, NearLabel};

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
        ]);
        let expected = (2..=6).map(|line| (line, NearLabel)).collect::<Vec<_>>();
        assert_eq!(found(&list, &lines), expected);
        for (text, words) in [
            ("Goede kennis", "capitals"),
            ("goede\u{a0}kennis", "a no-break space"),
            ("goede kennis.", "punctuation at the end"),
            ("goede  kennis", "a doubled space"),
            ("goede ken\u{ad}nis", "a character that is not visible"),
        ] {
            assert_eq!(difference(text, "goede kennis"), words);
        }
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
        let mut later = lines(&[("2", "man")]);
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

    #[test]
    fn code_that_lost_its_zeros_is_reported_once() {
        let list = list(&[(Some("01"), "man")]);
        assert_eq!(found(&list, &lines(&[("1", "man"), ("1.0", "man")])), []);
    }
}
