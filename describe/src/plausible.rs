//! The values that this program assumes to be plausible: for warnings, never for errors.
//!
//! The ranges are an assumption of this program, not a fact of a source. They are wide: what is outside them is a slip of a keyboard
//! or a mark of a program, as far as anybody knows.

use std::ops::RangeInclusive;

use crate::period::Date;

/// The length in bytes up to which every statistical package keeps the label of a code: SPSS has the smallest limit, and cuts the rest. Its
/// source is the Command Syntax Reference of SPSS Statistics, `VALUE LABELS`.
pub const PACKAGE_LABEL_BYTES: usize = 120;

/// The years in which a day is plausible, as this program assumes.
pub const PLAUSIBLE_YEARS: RangeInclusive<i32> = 1850..=2100;

/// The numbers of months that are plausible, as this program assumes: a hundred years.
pub const PLAUSIBLE_MONTHS: RangeInclusive<i64> = -1200..=1200;

/// The percentages that are plausible, as this program assumes.
pub const PLAUSIBLE_PERCENTAGES: RangeInclusive<i64> = -1000..=1000;

/// An end of a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PeriodEnd {
    /// The first day.
    First,
    /// The last day.
    Last,
}

impl PeriodEnd {
    /// Returns the end that is open if a program that cannot store an open end writes this day; `None` for any other day.
    ///
    /// These are the smallest and largest days of databases and spreadsheets, and the days that people write for `always`.
    ///
    /// ```
    /// use beraad_describe::{Date, PeriodEnd};
    ///
    /// assert_eq!(PeriodEnd::left_open_by(Date::ymd(9999, 12, 31)), Some(PeriodEnd::Last));
    /// assert_eq!(PeriodEnd::left_open_by(Date::ymd(1900, 1, 1)), Some(PeriodEnd::First));
    /// assert_eq!(PeriodEnd::left_open_by(Date::ymd(2011, 12, 31)), None);
    /// ```
    #[must_use]
    pub fn left_open_by(day: Date) -> Option<Self> {
        match (day.year(), day.month(), day.day()) {
            // A day within such a year may be a slip of the keyboard: 2910-05-01 for 2010-05-01.
            (9999, ..)
            | (2099 | 2200.., 12, 31)
            | (2100 | 2200.., 1, 1)
            | (2079, 6, 6)
            | (2262, 4, 11) => Some(Self::Last),
            (1 | 100 | 1000 | 1600 | 1700 | 1753 | 1800 | 1900 | 1901, 1, 1)
            | (1899, 12, 30 | 31)
            | (1752, 9, 14)
            | (1582, 10, 14 | 15)
            | (1677, 9, 21) => Some(Self::First),
            _ => None,
        }
    }
}

/// Returns true if a text is a word by which programs write a missing value, such as `NA` or `NULL`.
///
/// ```
/// use beraad_describe::is_missing_mark;
///
/// assert!(is_missing_mark("NA") && is_missing_mark("nan") && is_missing_mark("#N/A"));
/// assert!(!is_missing_mark("NAM") && !is_missing_mark("") && !is_missing_mark("."));
/// ```
#[must_use]
pub fn is_missing_mark(text: &str) -> bool {
    const MARKS: [&str; 16] = [
        "na", "n/a", "n.a.", "#n/a", "#na", "#n/b", "<na>", "null", "(null)", "<null>", "nan",
        "-nan", "nat", "none", "nil", "\\n",
    ];
    // Every cell of a code is asked: most are too short or too long for any of the words.
    (2..=6).contains(&text.len()) && MARKS.iter().any(|mark| text.eq_ignore_ascii_case(mark))
}

/// Returns true if a text is signs only, by which statistical programs write a missing value: `.`, `-`, `*` or `?`, or some of them.
///
/// ```
/// use beraad_describe::is_missing_sign;
///
/// assert!(is_missing_sign(".") && is_missing_sign("--") && is_missing_sign("*"));
/// assert!(!is_missing_sign("") && !is_missing_sign("-1") && !is_missing_sign("....."));
/// ```
#[must_use]
pub fn is_missing_sign(text: &str) -> bool {
    (1..=4).contains(&text.len()) && text.bytes().all(|byte| b".-*?".contains(&byte))
}

/// Returns a code without what programs add, drop or change when they take it for a number or a word: leading zeros, `.0`, quotes
/// and capitals. Two codes with the same result are probably one code.
///
/// ```
/// use beraad_describe::code_without_slips;
///
/// for code in ["1", "01", "001", "1.0", "01.00", "'01", "\"1\""] {
///     assert_eq!(code_without_slips(code), "1", "{code}");
/// }
/// assert_eq!(code_without_slips("A0"), code_without_slips("a0"));
/// assert_ne!(code_without_slips("1"), code_without_slips("10"));
/// assert_ne!(code_without_slips("1.01"), code_without_slips("1.1"));
/// assert_eq!(code_without_slips("00"), "0"); // not the empty code
/// ```
#[must_use]
pub fn code_without_slips(code: &str) -> String {
    let code = code.trim_matches(['\'', '"']);
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let code = match code.split_once('.') {
        Some((whole, zeros))
            if digits(whole) && digits(zeros) && zeros.bytes().all(|it| it == b'0') =>
        {
            whole
        }
        _ => code,
    };
    code_without_zeros(code)
}

/// Returns a code without its leading zeros, in small letters. A code of zeros becomes `0`, since that is not the empty code.
///
/// ```
/// use beraad_describe::code_without_zeros;
///
/// assert_eq!(["007", "0A", "10", "000", ""].map(code_without_zeros), ["7", "a", "10", "0", ""]);
/// ```
#[must_use]
pub fn code_without_zeros(code: &str) -> String {
    match code.trim_start_matches('0') {
        "" if !code.is_empty() => "0".to_owned(),
        rest => rest.to_ascii_lowercase(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn day_of_an_open_end_is_recognised() {
        for (year, month, day) in [
            (9999, 12, 31),
            (2999, 12, 31),
            (2099, 12, 31),
            (9999, 1, 1),
            (3000, 1, 1),
        ] {
            let found = PeriodEnd::left_open_by(Date::ymd(year, month, day));
            assert_eq!(found, Some(PeriodEnd::Last), "{year}");
        }
        for (year, month, day) in [(1900, 1, 1), (1753, 1, 1), (1, 1, 1), (1899, 12, 30)] {
            let found = PeriodEnd::left_open_by(Date::ymd(year, month, day));
            assert_eq!(found, Some(PeriodEnd::First), "{year}");
        }
        for (year, month, day) in [
            (2011, 12, 31),
            (1999, 12, 31),
            (1900, 1, 2),
            (1830, 10, 4),
            (2079, 12, 31),
            (2910, 5, 1),
            (205, 1, 1),
        ] {
            let found = PeriodEnd::left_open_by(Date::ymd(year, month, day));
            assert_eq!(found, None, "{year}");
        }
    }
}
