//! The text that a cell shows for a number, as far as its number format is simple.

/// Returns whether a number in a format is shown as this text. `number` is the number with all its digits.
///
/// A format of digits alone is computed. One with words, a percent sign or an exponent shows another text than the digits.
pub(super) fn shows(format: &str, number: &str, text: &str) -> bool {
    let is_negative = number.starts_with('-');
    let mut sections = format.split(';');
    let positive = sections.next().unwrap_or_default();
    let negative = sections.next();
    // Spreadsheets write the sign of a negative number themselves, unless the format has a part for such numbers.
    let section = match negative {
        Some(negative) if is_negative => negative,
        _ => positive,
    };
    let section = plain(section);
    if section.eq_ignore_ascii_case("General") || section == "@" {
        return true;
    }
    if !section.chars().all(|char| "0#,.".contains(char)) || section.is_empty() {
        return false;
    }
    let (whole, decimals) = section.split_once('.').unwrap_or((&section, ""));
    // A comma behind the digits divides by a thousand.
    if whole.ends_with(',') || decimals.contains(['.', ',']) {
        return false;
    }
    let Ok(value) = number.parse::<f64>() else {
        return true;
    };
    let shown = rounded(value.abs(), whole, decimals);
    let has_separators = whole.contains(',') && shown.find('.').unwrap_or(shown.len()) > 3;
    let sign = if is_negative && negative.is_none() {
        "-"
    } else {
        ""
    };
    !has_separators && format!("{sign}{shown}") == text
}

/// Returns a number with as many digits as a format has places.
fn rounded(value: f64, whole: &str, decimals: &str) -> String {
    let digits = format!("{value:.*}", decimals.len());
    let (before, behind) = digits.split_once('.').unwrap_or((&digits, ""));
    let least = whole.matches('0').count();
    let before = before.trim_start_matches('0');
    let least_behind = decimals.rfind('0').map_or(0, |last| last + 1);
    let kept = behind.trim_end_matches('0').len().max(least_behind);
    let mut shown = format!("{before:0>least$}");
    if !decimals.is_empty() {
        shown.push('.');
        shown.push_str(&behind[..kept]);
    }
    shown
}

/// Returns a part of a format without colours, widths and fillings: `[Red]`, `_)`, `* `.
fn plain(section: &str) -> String {
    let mut plain = String::new();
    let mut chars = section.chars();
    while let Some(char) = chars.next() {
        match char {
            '[' => {
                let _ = chars.find(|char| *char == ']');
            }
            '_' | '*' => {
                let _ = chars.next();
            }
            char => plain.push(char),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::shows;

    #[test]
    fn format_of_digits_shows_the_digits() {
        for (format, number, text) in [
            ("General", "1.5", "1.5"),
            ("@", "1", "1"),
            ("0", "12", "12"),
            ("00", "1", "01"),
            ("#,##0", "12", "12"),
            ("0.0", "1.5", "1.5"),
            ("0;-0", "1", "1"),
            ("[Red]0", "1", "1"),
            ("_-* #,##0_-", "1", "1"),
            ("0", "-1", "-1"),
        ] {
            assert!(shows(format, number, text), "{format} {number}");
        }
    }

    #[test]
    fn format_with_more_than_digits_shows_another_text() {
        for (format, number, text) in [
            ("\"K\"0", "1", "1"),
            ("0%", "0.1", "0.1"),
            ("#,##0", "1000", "1000"),
            ("0.00", "1", "1"),
            ("0", "1.5", "1.5"),
            ("#", "0", "0"),
            ("#00", "5", "5"),
            ("0,", "1000", "1000"),
            ("0.00E+00", "100000", "100000"),
            (";;;", "1", "1"),
            ("0;(0)", "-1", "-1"),
        ] {
            assert!(!shows(format, number, text), "{format} {number}");
        }
    }
}
