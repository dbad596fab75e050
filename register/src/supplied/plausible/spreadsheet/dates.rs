//! Dates, months and times as spreadsheets and statistics packages write them.

use crate::supplied::plausible::fold::folded;

/// `01-Jan`, `jan-01`, `mrt/12`, `3/04`, `3/04/2011`, `03-04-2011`, `03.04.2011`, `2011-04-03`, each also with a time.
pub(super) fn is_date(code: &str) -> bool {
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
    let is_year = |text: &str| is_digits(text) && matches!(text.len(), 2 | 4);
    match *parts {
        [day, month] if is_digits(day) => {
            let is_number = is_day(day) || is_year(day);
            (is_number && is_written_month(month)) || is_day_and_month(code, day, month)
        }
        // `may-1` is a code: a program writes two digits, or the year.
        [month, year] => is_year(year) && is_written_month(month),
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

/// `3/04`, `12/31`. With a hyphen or a space, two numbers are rather a range than a day; `3/4` is one too, or a fraction.
fn is_day_and_month(code: &str, one: &str, other: &str) -> bool {
    let is_padded = one.starts_with('0') || other.starts_with('0');
    let is_one_order = is_month(one) != is_month(other);
    let is_date = is_day(one) && is_day(other) && (is_month(one) || is_month(other));
    code.contains('/') && is_date && (is_padded || is_one_order)
}

/// `2024-03`: a month of a year.
pub(super) fn is_year_and_month(code: &str) -> bool {
    let parts = code.split_once('-');
    parts.is_some_and(|(year, month)| {
        let is_year = year.len() == 4 && (year.starts_with("19") || year.starts_with("20"));
        is_year && is_digits(year) && month.len() == 2 && is_month(month)
    })
}

/// `1:30`, `0:00:00`, `12:00 AM`.
pub(super) fn is_time(code: &str) -> bool {
    let upper = code.to_ascii_uppercase();
    let half = upper
        .strip_suffix("AM")
        .or_else(|| upper.strip_suffix("PM"));
    let parts: Vec<&str> = half.unwrap_or(&upper).trim_end().split(':').collect();
    let is_sixty = |text: &&str| text.len() == 2 && number(text).is_some_and(|it| it < 60);
    match &*parts {
        [hours, rest @ ..] if (1..=2).contains(&rest.len()) => {
            hours.len() <= 2 && number(hours).is_some() && rest.iter().all(is_sixty)
        }
        _ => false,
    }
}

/// The name of a month as a spreadsheet writes it: in small letters, or with a capital. A code such as `MAR` has others.
fn is_written_month(text: &str) -> bool {
    let mut rest = text.chars().skip(1).filter(|char| char.is_alphabetic());
    is_month_name(text) && rest.all(char::is_lowercase)
}

/// The name of a month in Dutch, French, German or English, or its start as a spreadsheet writes it.
fn is_month_name(text: &str) -> bool {
    const NAMES: [&str; 48] = [
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
        "januar",
        "februar",
        "marz",
        "april",
        "mai",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
        "dezember",
    ];
    let text = folded(text);
    // No name begins with these short forms.
    matches!(&*text, "mrt" | "mrz")
        || (text.len() >= 3 && NAMES.iter().any(|name| name.starts_with(&text)))
}

fn number(text: &str) -> Option<u32> {
    text.parse().ok().filter(|_| is_digits(text))
}

fn is_day(text: &str) -> bool {
    text.len() <= 2 && number(text).is_some_and(|it| (1..=31).contains(&it))
}

fn is_month(text: &str) -> bool {
    text.len() <= 2 && number(text).is_some_and(|it| (1..=12).contains(&it))
}

pub(super) fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|it| it.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn date_of_a_program_is_recognised() {
        for text in [
            "01-Jan",
            "jan-01",
            "3/04",
            "12/31",
            "mrt-04",
            "mrt-95",
            "4-mei",
            "1-Oct-2011",
            "1-OCT-11",
            "31/12/2011",
            "2011-12-31",
            "2011-12-31 00:00:00",
            "1/1/11",
            "03.04.2011",
            "juil.-05",
            "déc-95",
            "févr-95",
            "1-Dez",
            "5-Mai",
            "Mrz 95",
            "Mär-95",
            "Sep-10",
            "sept-10",
            "mei/05",
        ] {
            assert!(is_date(text), "{text}");
        }
        for text in [
            "12", "1.10", "01-02", "A-Jan", "111.01", "01.11.1", "99/100", "mayor-1", "1-2-3",
            "2011", "2011-Q1", "12/2011", "ma-1", "3/4", "may-1", "MAR-05", "JUN/1", "JAN", "SEP1",
            "10-11", "", "-",
        ] {
            assert!(!is_date(text), "{text}");
        }
    }

    #[test]
    fn month_of_a_year_and_time_are_recognised() {
        assert!(is_year_and_month("2024-03"));
        for text in [
            "2024-13", "2024-3", "1024-03", "2024-033", "24-03", "2024/03",
        ] {
            assert!(!is_year_and_month(text), "{text}");
        }
        for text in ["1:30", "0:00:00", "12:00 AM", "1:05pm", "23:59:59"] {
            assert!(is_time(text), "{text}");
        }
        for text in [
            "1:3",
            "1:60",
            "100:00",
            "a:30",
            "1:30:00:00",
            "130",
            "AM",
            ":30",
            "",
        ] {
            assert!(!is_time(text), "{text}");
        }
    }
}
