//! Codes that a spreadsheet or a statistics package changed: into a number with an exponent, a date, a truth value, or an error.

mod dates;
mod numbers;

use std::collections::BTreeSet;

use beraad_describe::{excerpt, is_missing_mark, visible};

use self::dates::{is_date, is_time, is_year_and_month};
use self::numbers::{
    has_decimals, has_exponent, is_boolean, is_cut_to_15_digits, is_error, is_formula, is_infinite,
    is_percentage, is_translated_boolean, is_whole_with_decimals,
};
use super::placeholders::{abbreviates_its_label, texts};
use super::published::Published;
use crate::supplied::error::Report;
use crate::supplied::line::SuppliedMeaning;
use crate::supplied::message::{CodeMessage, CodeShape, LabelMessage};
use crate::supplied::warning::ListWarningKind;

/// A form of codes, with its test.
type Form = (fn(&str) -> bool, CodeShape);

/// Forms that a list of codes may have, and that are suspicious beside codes of another form.
const UNLIKE_OTHERS: [Form; 4] = [
    (is_boolean, CodeShape::Boolean),
    (is_time, CodeShape::Time),
    (is_percentage, CodeShape::Percentage),
    (is_year_and_month, CodeShape::YearAndMonth),
];

pub(super) fn check(
    published: &Published<'_>,
    lines: &[SuppliedMeaning],
    new_codes: &[&SuppliedMeaning],
    report: &mut Report,
) {
    check_codes(published, lines, new_codes, report);
    check_texts(lines, report);
}

fn check_codes(
    published: &Published<'_>,
    lines: &[SuppliedMeaning],
    new_codes: &[&SuppliedMeaning],
    report: &mut Report,
) {
    let published_codes = published.list.published_codes().map(|(code, _)| code);
    let codes: BTreeSet<&str> = published_codes
        .chain(new_codes.iter().map(|line| &*line.code))
        .collect();
    // Where a code has decimals, `12.0` may be one of them.
    let has_decimals = codes.iter().any(|code| has_decimals(code));
    let missing = lines.iter().filter(|line| line.meaning.missing.is_some());
    let missing: BTreeSet<&str> = missing.map(|line| &*line.code).collect();
    // A code for a missing value is of another form in many lists.
    let others = codes.iter().filter(|code| !missing.contains(*code));
    let others: Vec<_> = others.collect();
    let unlike_others = UNLIKE_OTHERS.map(|(is_form, form)| {
        let has_others = others.iter().any(|code| !is_form(code));
        (is_form, form, has_others)
    });
    for line in new_codes {
        let code = &*line.code;
        let mut unlike = unlike_others.iter();
        let form = if is_error(code) || (is_infinite(code) && !abbreviates_its_label(line)) {
            CodeShape::Error
        } else if code.len() > 1 && code.starts_with('#') && !is_missing_mark(code) {
            CodeShape::Comment
        } else if is_repeated_header(line) {
            CodeShape::Header
        } else if is_total(line) {
            CodeShape::Total
        } else if is_formula(code) {
            CodeShape::Formula
        } else if has_exponent(code) {
            CodeShape::Exponent
        } else if is_cut_to_15_digits(code) {
            CodeShape::CutDigits
        } else if is_date(code) {
            CodeShape::Date
        } else if is_translated_boolean(code) {
            CodeShape::TranslatedBoolean
        } else if !has_decimals && is_whole_with_decimals(code) {
            CodeShape::WholeWithDecimals
        } else if let Some((_, form, _)) =
            unlike.find(|(is_form, _, has_others)| *has_others && is_form(code))
        {
            *form
        } else {
            continue;
        };
        report.warning(line.line, ListWarningKind::Spreadsheet, code, || {
            let code = excerpt(code);
            CodeMessage::Changed { code, form }
        });
    }
}

fn check_texts(lines: &[SuppliedMeaning], report: &mut Report) {
    for line in lines {
        let mut texts = texts(line).into_iter();
        let is_computed =
            |text: &str| is_error(text) || (text.starts_with('=') && is_formula(text));
        let mut labels = line.meaning.label.iter().map(|(_, text)| text);
        if let Some(label) = labels.find(|text| is_changed_label(text)) {
            report.warning(line.line, ListWarningKind::Spreadsheet, label, || {
                let label = visible(label);
                LabelMessage::ChangedLabel { label }
            });
        }
        if let Some((column, text)) = texts.find(|(_, text)| is_computed(text)) {
            report.warning(line.line, ListWarningKind::Spreadsheet, text, || {
                let text = excerpt(text);
                LabelMessage::Computed { text, column }
            });
        }
    }
}

/// `05-sep`, `1,2E+05`. With a space, it is rather the words of a label: `mei 2010`.
fn is_changed_label(text: &str) -> bool {
    !text.contains(' ') && (is_date(text) || has_exponent(text))
}

/// Returns whether a line is a sum below a table, such as `Totaal` with a number.
fn is_total(line: &SuppliedMeaning) -> bool {
    const WORDS: [&str; 6] = ["totaal", "total", "totaux", "somme", "som", "sum"];
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let mut labels = line.meaning.label.iter();
    let is_word = WORDS
        .iter()
        .any(|word| line.code.eq_ignore_ascii_case(word));
    is_word && labels.all(|(_, text)| is_number(text))
}

/// Returns whether a line has the names of the columns where its values should be.
fn is_repeated_header(line: &SuppliedMeaning) -> bool {
    let mut labels = line.meaning.label.iter();
    line.code.eq_ignore_ascii_case("code")
        && labels.any(|(language, text)| text.eq_ignore_ascii_case(language.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::supplied::plausible::testing::{lines, list, warned};

    fn found(published: &[(Option<&str>, &str)], codes: &[&str]) -> Vec<usize> {
        let codes: Vec<_> = codes.iter().map(|code| (*code, "een")).collect();
        let lines = lines(&codes);
        let found = warned(&list(published), |it, report| {
            check(it, &lines, &it.new_codes(&lines), report);
        });
        assert!(
            found
                .iter()
                .all(|(_, kind)| *kind == ListWarningKind::Spreadsheet)
        );
        found.into_iter().map(|(line, _)| line).collect()
    }

    #[test]
    fn code_that_a_spreadsheet_changed_is_reported() {
        for code in [
            "1E+05",
            "1,00E+05",
            "1.23457e+11",
            "01-Jan",
            "jan-01",
            "3/04",
            "12/31",
            "mrt-04",
            "4-mei",
            "1-Oct-2011",
            "31/12/2011",
            "2011-12-31",
            "2011-12-31 00:00:00",
            "1/1/11",
            "03.04.2011",
            "#02",
            "#1",
            "#REF!",
            "#NAME?",
            "#WAARDE!",
            "#DIV/0!",
            "########",
            "12.0",
            "12,00",
            "juil.-05",
            "1-Dez",
            "TRUE",
            "WAAR",
            "faux",
            "1:30",
            "0:00:00",
            "12:00 AM",
            "50%",
            "2024-03",
            "123456789012345000",
            "#NV",
            "1.#IND",
            "-inf",
            "@SUM(A1)",
            "=A1",
            "=\"01\"",
            "'01",
        ] {
            assert_eq!(found(&[], &["7", code]), [3], "{code}");
        }
        let lines = lines(&[("1", "#REF!")]);
        let found = warned(&list(&[]), |it, report| {
            check(it, &lines, &it.new_codes(&lines), report);
        });
        assert_eq!(found, [(2, ListWarningKind::Spreadsheet)]);
    }

    #[test]
    fn list_of_codes_of_one_form_gives_no_warning() {
        for codes in [
            &["TRUE", "FALSE"][..],
            &["0:00", "12:00"],
            &["10%", "50%"],
            &["2024-03", "2024-04"],
        ] {
            assert_eq!(found(&[], codes), [0_usize; 0], "{codes:?}");
            assert_eq!(found(&[(Some("A"), "a")], codes), [2, 3], "{codes:?}");
        }
        let mut lines = lines(&[("TRUE", "een"), ("9", "onbekend"), ("inf", "informatica")]);
        lines[1].meaning.missing = Some(beraad_describe::MissingReason::Unknown);
        let found = warned(&list(&[]), |it, report| {
            check(it, &lines[..2], &it.new_codes(&lines[..2]), report);
        });
        assert_eq!(found, [], "beside a missing value");
        let found = warned(&list(&[]), |it, report| {
            check(it, &lines[1..], &it.new_codes(&lines[1..]), report);
        });
        assert_eq!(found, [], "the short form of a label");
    }

    #[test]
    fn label_that_a_spreadsheet_changed_is_reported() {
        let of_label = |label: &str| {
            let lines = lines(&[("1", label)]);
            warned(&list(&[]), |it, report| {
                check(it, &lines, &it.new_codes(&lines), report);
            })
            .len()
        };
        for label in ["05-sep", "okt-49", "1/04/2024", "1,2E+05"] {
            assert_eq!(of_label(label), 1, "{label}");
        }
        for label in ["5-9", "mei 2010", "vanaf 1/04/2024", "1.250", "Gent"] {
            assert_eq!(of_label(label), 0, "{label}");
        }
    }

    #[test]
    fn line_of_totals_is_reported() {
        let lines = lines(&[("Totaal", "12"), ("TOTAL", "Total, all ages")]);
        let found = warned(&list(&[]), |it, report| {
            check(it, &lines, &it.new_codes(&lines), report);
        });
        assert_eq!(found, [(2, ListWarningKind::Spreadsheet)]);
    }

    #[test]
    fn second_header_is_reported() {
        let lines = lines(&[("code", "nl"), ("nl", "code")]);
        let found = warned(&list(&[]), |it, report| {
            check(it, &lines, &it.new_codes(&lines), report);
        });
        assert_eq!(found, [(2, ListWarningKind::Spreadsheet)]);
    }

    #[test]
    fn other_codes_give_no_warning() {
        for code in [
            "1E5",
            "E+05",
            "12",
            "12.5",
            "1.10",
            "01-02",
            "A-Jan",
            "111.01",
            "01.11.1",
            "#",
            "99/100",
            "mayor-1",
            "1-2-3",
            "2011",
            "2011-Q1",
            "12/2011",
            "ma-1",
            "",
            "=",
            "'",
            "a'1",
            "3/4",
            "may-1",
            "MAR-05",
            "JUN/1",
            "1.0.0",
            "+1",
            "@x",
            "B+E",
            "INF",
            "100000000000000",
        ] {
            assert_eq!(found(&[], &["7", code]), [0_usize; 0], "{code}");
        }
        assert_eq!(
            found(&[], &["12.0", "12.1"]),
            [0_usize; 0],
            "codes with decimals"
        );
        assert_eq!(found(&[(Some("12.5"), "a")], &["12.0"]), [0_usize; 0]);
        assert_eq!(found(&[(Some("12.0"), "a")], &["12.0"]), [0_usize; 0]);
    }
}
