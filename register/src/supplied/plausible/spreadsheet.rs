//! Codes that a spreadsheet changed: into a number with an exponent, a date, a number with decimals, or an error.

use beraad_describe::visible;

use super::placeholders::texts;
use super::published::Published;
use crate::excerpt::excerpt;
use crate::supplied::error::Report;
use crate::supplied::line::SuppliedMeaning;
use crate::supplied::warning::ListWarningKind;

pub(super) fn check(published: &Published<'_>, lines: &[SuppliedMeaning], report: &mut Report) {
    let new_codes = published.new_codes(lines);
    let published_codes = published.list.published_codes().map(|(code, _)| code);
    let codes = || new_codes.iter().map(|line| &*line.code);
    // Where a code has decimals, `12.0` may be one of them.
    let has_decimals = published_codes.chain(codes()).any(has_decimals);
    for line in &new_codes {
        let code = &*line.code;
        let found = if is_error(code) {
            "is the text of a formula that a spreadsheet could not compute"
        } else if code.len() > 1 && code.starts_with('#') {
            "begins like a comment, which must come before the header; leave the line out if it is one, otherwise"
        } else if is_repeated_header(line) {
            "is the name of the column: the file has its header twice; leave the line out if it is one, otherwise"
        } else if is_formula(code) {
            "is a formula, or a text as a spreadsheet marks it"
        } else if has_exponent(code) {
            "is a number that a spreadsheet shortened"
        } else if is_date(code) {
            "is a date, probably made by a spreadsheet from a code"
        } else if !has_decimals && is_whole_with_decimals(code) {
            "is a whole number with decimals, probably added by a program"
        } else {
            continue;
        };
        report.warning(line.line, ListWarningKind::Spreadsheet, || {
            let code = excerpt(code);
            format!("code `{code}` {found}; write the code as in the data (in a spreadsheet, format the cells as text first)")
        });
    }
    for line in lines {
        let mut texts = texts(line).into_iter();
        let is_computed =
            |text: &str| is_error(text) || (text.starts_with('=') && is_formula(text));
        let mut labels = line.meaning.label.iter().map(|(_, text)| text);
        if let Some(label) = labels.find(|text| is_changed_label(text)) {
            report.warning(line.line, ListWarningKind::Spreadsheet, || {
                let label = visible(label);
                format!("label `{label}` is a date or a shortened number, probably made by a spreadsheet from words such as `5-9`; write the label as it is meant (in a spreadsheet, format the cells as text first)")
            });
        }
        if let Some((column, text)) = texts.find(|(_, text)| is_computed(text)) {
            report.warning(line.line, ListWarningKind::Spreadsheet, || {
                let text = visible(text);
                format!("`{text}` in `{column}` is the text of a formula that a spreadsheet could not compute; write the words themselves")
            });
        }
    }
}

/// `05-sep`, `1,2E+05`. With a space, it is rather the words of a label: `mei 2010`.
fn is_changed_label(text: &str) -> bool {
    !text.contains(' ') && (is_date(text) || has_exponent(text))
}

/// Returns whether a line has the names of the columns where its values should be.
fn is_repeated_header(line: &SuppliedMeaning) -> bool {
    let mut labels = line.meaning.label.iter();
    line.code.eq_ignore_ascii_case("code")
        && labels.any(|(language, text)| text.eq_ignore_ascii_case(language.as_str()))
}

/// `#REF!`, `#NAME?`, `#WAARDE!`, `#DIV/0!`, and the signs of a cell that is too narrow. `#N/A` is a missing value.
fn is_error(text: &str) -> bool {
    let Some(word) = text.strip_prefix('#') else {
        return false;
    };
    let is_word = |word: &str| {
        word.len() >= 2
            && word
                .bytes()
                .all(|it| it.is_ascii_uppercase() || b"/0".contains(&it))
    };
    let is_narrow = word.len() >= 2 && word.bytes().all(|it| it == b'#');
    is_narrow || word.strip_suffix(['!', '?']).is_some_and(is_word)
}

/// `=A1`, `="01"`, and `'01`, in which the apostrophe says that the cell is a text.
fn is_formula(text: &str) -> bool {
    let inside = text.strip_prefix(['=', '\'']).unwrap_or_default();
    inside.starts_with(|char: char| char.is_ascii_alphanumeric() || char == '"')
}

/// `1E+05`, `1,00E+05`, `1.2e-7`. A sign is part of it: without one, it may be a code.
fn has_exponent(code: &str) -> bool {
    let Some((number, exponent)) = code.split_once(['E', 'e']) else {
        return false;
    };
    let number = number.strip_prefix('-').unwrap_or(number);
    let parts: Vec<_> = number.split([',', '.']).collect();
    let is_number = parts.len() <= 2 && parts.iter().all(|part| is_digits(part));
    is_number && exponent.strip_prefix(['+', '-']).is_some_and(is_digits)
}

/// `12.0`, `12,00`.
fn is_whole_with_decimals(code: &str) -> bool {
    let parts = code.split_once(['.', ',']);
    parts.is_some_and(|(whole, decimals)| {
        is_digits(whole) && is_digits(decimals) && is_zeros(decimals)
    })
}

/// `12.5`.
fn has_decimals(code: &str) -> bool {
    let parts = code.split_once(['.', ',']);
    parts.is_some_and(|(whole, decimals)| {
        is_digits(whole) && !is_zeros(decimals.get(..1).unwrap_or("0"))
    })
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|it| it.is_ascii_digit())
}

fn is_zeros(text: &str) -> bool {
    text.bytes().all(|it| it == b'0')
}

/// `01-Jan`, `jan-01`, `mrt/12`, `3/04`, `3/04/2011`, `03-04-2011`, `03.04.2011`, `2011-04-03`, each also with a time.
fn is_date(code: &str) -> bool {
    let code = match code.split_once([' ', 'T']) {
        Some((date, time)) if time.contains(':') => date,
        _ => code,
    };
    // `03.04.2011`: with points, only where the last part is a year, since codes have points too.
    let has_points = code.split('.').count() == 3 && code.len() >= 8;
    let parts: Vec<&str> = if has_points && code.rsplit('.').next().is_some_and(|it| it.len() == 4)
    {
        code.split('.').collect()
    } else {
        code.split(['-', '/', ' ']).collect()
    };
    let parts: Vec<&str> = parts
        .iter()
        .map(|part| part.trim_end_matches('.'))
        .collect();
    let number = |text: &str| text.parse::<u32>().ok().filter(|_| is_digits(text));
    let is_year = |text: &str| is_digits(text) && matches!(text.len(), 2 | 4);
    let is_day =
        |text: &str| text.len() <= 2 && number(text).is_some_and(|it| (1..=31).contains(&it));
    let is_month =
        |text: &str| text.len() <= 2 && number(text).is_some_and(|it| (1..=12).contains(&it));
    match *parts {
        [one, other] if is_month_name(other) => is_day(one) || is_year(one),
        [one, other] if is_month_name(one) => is_day(other) || is_year(other),
        // With a hyphen or a space, two numbers are rather a range than a day.
        [one, other] => {
            code.contains('/') && is_day(one) && is_day(other) && (is_month(one) || is_month(other))
        }
        [day, month, year] if is_month_name(month) => is_day(day) && is_year(year),
        [year, month, day] if year.len() == 4 => is_digits(year) && is_month(month) && is_day(day),
        [one, other, year] => {
            let is_full =
                is_digits(year) && (year.len() == 4 || code.contains('/') && year.len() == 2);
            is_full && is_day(one) && is_day(other) && (is_month(one) || is_month(other))
        }
        _ => false,
    }
}

/// The name of a month in Dutch, French or English, or its start as a spreadsheet writes it.
fn is_month_name(text: &str) -> bool {
    const NAMES: [&str; 36] = [
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "janvier",
        "fevrier",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "aout",
        "septembre",
        "octobre",
        "novembre",
        "decembre",
    ];
    let text = text.to_ascii_lowercase();
    text == "mrt" || (text.len() >= 3 && NAMES.iter().any(|name| name.starts_with(&text)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::supplied::plausible::testing::{lines, list, warned};

    fn found(published: &[(Option<&str>, &str)], codes: &[&str]) -> Vec<usize> {
        let codes: Vec<_> = codes.iter().map(|code| (*code, "een")).collect();
        let lines = lines(&codes);
        let found = warned(&list(published), |it, report| check(it, &lines, report));
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
            "=A1",
            "=\"01\"",
            "'01",
        ] {
            assert_eq!(found(&[], &["7", code]), [3], "{code}");
        }
        let lines = lines(&[("1", "#REF!")]);
        let found = warned(&list(&[]), |it, report| check(it, &lines, report));
        assert_eq!(found, [(2, ListWarningKind::Spreadsheet)]);
    }

    #[test]
    fn label_that_a_spreadsheet_changed_is_reported() {
        let of_label = |label: &str| {
            let lines = lines(&[("1", label)]);
            warned(&list(&[]), |it, report| check(it, &lines, report)).len()
        };
        for label in ["05-sep", "okt-49", "1/04/2024", "1,2E+05"] {
            assert_eq!(of_label(label), 1, "{label}");
        }
        for label in ["5-9", "mei 2010", "vanaf 1/04/2024", "1.250", "Gent"] {
            assert_eq!(of_label(label), 0, "{label}");
        }
    }

    #[test]
    fn second_header_is_reported() {
        let lines = lines(&[("code", "nl"), ("nl", "code")]);
        let found = warned(&list(&[]), |it, report| check(it, &lines, report));
        assert_eq!(found, [(2, ListWarningKind::Spreadsheet)]);
    }

    #[test]
    fn other_codes_give_no_warning() {
        for code in [
            "1E5", "E+05", "12", "12.5", "1.10", "01-02", "A-Jan", "111.01", "01.11.1", "#",
            "99/100", "mayor-1", "1-2-3", "2011", "2011-Q1", "12/2011", "ma-1", "", "=", "'",
            "a'1",
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
