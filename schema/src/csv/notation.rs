//! Notations of periods that a provider may use instead of `2016-03`, `2016-Q1` and `2016`.

use std::fmt;
use std::str::FromStr;

use crate::describe::{CalendarPeriod, Day, Grain, ObservationPeriod};

/// The way in which a provider writes dates, months, quarters or years.
///
/// A pattern has the letters of the Unicode standard for dates (CLDR): `yyyy` a year, `MM` a month and `dd` a day of two digits,
/// `M` and `d` of one or two, `Q` a quarter. Other letters stand between single quotes; any other sign is itself. `%td`, `%tm` and
/// `%tq` are the counts of Stata from 1960: days, months and quarters. SAS counts days in the same way.
///
/// | text | notation |
/// | --- | --- |
/// | `201603` | `yyyyMM` |
/// | `03/2016` | `MM/yyyy` |
/// | `2016Q1` | `yyyy'Q'Q` |
/// | `20161` | `yyyyQ` |
/// | `17/3/2016` | `d/M/yyyy` |
/// | `674` | `%tm` |
///
/// ```
/// use beraad_schema::csv::Notation;
///
/// let notation: Notation = "MM/yyyy".parse()?;
/// assert_eq!(notation.to_string(), "MM/yyyy");
/// assert!("mm/yyyy".parse::<Notation>().is_err());
/// # Ok::<(), beraad_schema::csv::NotationError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notation {
    pattern: String,
    grain: Grain,
    form: Form,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Form {
    Parts(Vec<Part>),
    /// A count of periods from 1960.
    Count,
}

/// A part of a pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Sign(char),
    Field(Field, Digits),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Field {
    Year,
    Quarter,
    Month,
    Day,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Digits {
    Exactly(usize),
    OneOrTwo,
}

/// A pattern that is not one of dates.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{pattern}` is not a notation of periods: {reason}")]
pub struct NotationError {
    pattern: String,
    reason: &'static str,
}

impl Notation {
    /// Returns the precision of the periods.
    #[must_use]
    pub fn grain(&self) -> Grain {
        self.grain
    }

    /// Returns a notation of periods of this precision that is often used, for a message; `None` for years, which have one form.
    pub(super) fn example(grain: Grain) -> Option<&'static str> {
        match grain {
            Grain::Year => None,
            Grain::Quarter => Some("`yyyy'Q'Q`"),
            Grain::Month => Some("`yyyyMM`"),
            Grain::Day => Some("`dd/MM/yyyy`"),
        }
    }

    /// Reads a period; `None` if the text is not of this notation, or there is no such period.
    pub(super) fn parse(&self, text: &str) -> Option<CalendarPeriod> {
        let day = match &self.form {
            Form::Parts(parts) => day_of_parts(parts, text)?,
            Form::Count => day_of_count(self.grain, text)?,
        };
        CalendarPeriod::containing(self.grain, day.first_day())
    }
}

impl fmt::Display for Notation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.pattern)
    }
}

impl FromStr for Notation {
    type Err = NotationError;

    fn from_str(pattern: &str) -> Result<Self, NotationError> {
        let error = |reason| NotationError {
            pattern: crate::describe::excerpt(pattern),
            reason,
        };
        let (grain, form) = match pattern {
            "%td" => (Grain::Day, Form::Count),
            "%tm" => (Grain::Month, Form::Count),
            "%tq" => (Grain::Quarter, Form::Count),
            _ => {
                let parts = parts_of(pattern).map_err(error)?;
                (grain_of(&parts).map_err(error)?, Form::Parts(parts))
            }
        };
        Ok(Self {
            pattern: pattern.to_owned(),
            grain,
            form,
        })
    }
}

/// Reads the parts of a pattern.
fn parts_of(pattern: &str) -> Result<Vec<Part>, &'static str> {
    let mut parts = Vec::new();
    let mut rest = pattern;
    while let Some(sign) = rest.chars().next() {
        if let Some(quoted) = rest.strip_prefix('\'') {
            let (literal, after) = quoted.split_once('\'').ok_or("a quote is not closed")?;
            parts.extend(literal.chars().map(Part::Sign));
            rest = after;
            continue;
        }
        if !sign.is_alphanumeric() {
            parts.push(Part::Sign(sign));
            rest = &rest[sign.len_utf8()..];
            continue;
        }
        let after = rest.trim_start_matches(sign);
        let length = rest.len() - after.len();
        parts.push(match (sign, length) {
            ('y', 4) => Part::Field(Field::Year, Digits::Exactly(4)),
            ('Q', 1) => Part::Field(Field::Quarter, Digits::Exactly(1)),
            ('M', 1) => Part::Field(Field::Month, Digits::OneOrTwo),
            ('M', 2) => Part::Field(Field::Month, Digits::Exactly(2)),
            ('d', 1) => Part::Field(Field::Day, Digits::OneOrTwo),
            ('d', 2) => Part::Field(Field::Day, Digits::Exactly(2)),
            _ => {
                return Err(
                    "it has `yyyy`, `Q`, `M`, `MM`, `d` and `dd`; write other letters and digits in single quotes, as in `yyyy'Q'Q`",
                );
            }
        });
        rest = after;
    }
    let is_field = |part: Option<&Part>| matches!(part, Some(Part::Field(..)));
    let is_open = |part: &Part| matches!(part, Part::Field(_, Digits::OneOrTwo));
    if (0..parts.len()).any(|index| is_open(&parts[index]) && is_field(parts.get(index + 1))) {
        return Err("after `M` or `d`, which have one or two digits, there must be another sign");
    }
    Ok(parts)
}

/// Returns the precision of a pattern.
fn grain_of(parts: &[Part]) -> Result<Grain, &'static str> {
    let mut fields: Vec<_> = parts
        .iter()
        .filter_map(|part| match part {
            Part::Field(field, _) => Some(*field as u8),
            Part::Sign(_) => None,
        })
        .collect();
    fields.sort_unstable();
    let [year, quarter, month, day] =
        [Field::Year, Field::Quarter, Field::Month, Field::Day].map(|field| field as u8);
    match fields {
        it if it == [year] => Ok(Grain::Year),
        it if it == [year, quarter] => Ok(Grain::Quarter),
        it if it == [year, month] => Ok(Grain::Month),
        it if it == [year, month, day] => Ok(Grain::Day),
        _ => Err(
            "it needs a year, a year and a quarter, a year and a month, or all of a date, each once",
        ),
    }
}

/// Returns the first day of the period that a text says.
fn day_of_parts(parts: &[Part], text: &str) -> Option<Day> {
    let mut rest = text;
    let (mut year, mut month, mut day) = (0, 1, 1);
    for part in parts {
        match part {
            Part::Sign(sign) => rest = rest.strip_prefix(*sign)?,
            Part::Field(field, digits) => {
                let found = rest.bytes().take_while(u8::is_ascii_digit).count();
                let length = match digits {
                    Digits::Exactly(length) => *length,
                    Digits::OneOrTwo => found.min(2),
                };
                if found < length.max(1) {
                    return None;
                }
                let number: u32 = rest[..length].parse().ok()?;
                rest = &rest[length..];
                match field {
                    Field::Year => year = i32::try_from(number).ok()?,
                    Field::Quarter if (1..=4).contains(&number) => month = 3 * number - 2,
                    Field::Quarter => return None,
                    Field::Month => month = number,
                    Field::Day => day = number,
                }
            }
        }
    }
    if !rest.is_empty() {
        return None;
    }
    Day::try_new(year, month, day).ok()
}

/// Returns the first day of the period that is so many periods after the first one of 1960.
fn day_of_count(grain: Grain, text: &str) -> Option<Day> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let count: i32 = text.parse().ok()?;
    let months = match grain {
        Grain::Month => count,
        Grain::Quarter => count.checked_mul(3)?,
        _ => {
            let start = Day::new(1960, 1, 1).to_epoch_days();
            return Day::try_from_epoch_days(start.checked_add(count)?).ok();
        }
    };
    let month = u32::try_from(months.rem_euclid(12)).ok()? + 1;
    Day::try_new(1960 + months.div_euclid(12), month, 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(pattern: &str, text: &str) -> Option<String> {
        let notation: Notation = pattern.parse().unwrap();
        notation.parse(text).map(|period| period.to_string())
    }

    #[test]
    fn text_of_the_notation_is_read() {
        for (pattern, text, expected) in [
            ("yyyyMM", "201603", "2016-03"),
            ("MM/yyyy", "03/2016", "2016-03"),
            ("M/yyyy", "3/2016", "2016-03"),
            ("M/yyyy", "12/2016", "2016-12"),
            ("yyyy'Q'Q", "2016Q1", "2016-Q1"),
            ("yyyy'K'Q", "2016K4", "2016-Q4"),
            ("Q.yyyy", "4.2016", "2016-Q4"),
            ("yyyyQ", "20161", "2016-Q1"),
            ("yyyy", "2016", "2016"),
            ("'J'yyyy", "J2016", "2016"),
            ("dd/MM/yyyy", "29/02/2016", "2016-02-29"),
            ("d/M/yyyy", "1/2/2016", "2016-02-01"),
            ("yyyyMMdd", "20160317", "2016-03-17"),
            ("%tm", "0", "1960-01"),
            ("%tm", "-1", "1959-12"),
            ("%tm", "674", "2016-03"),
            ("%tq", "224", "2016-Q1"),
            ("%td", "20530", "2016-03-17"),
        ] {
            assert_eq!(read(pattern, text).as_deref(), Some(expected), "{pattern}");
        }
    }

    #[test]
    fn other_text_is_not_read() {
        for (pattern, text) in [
            ("yyyyMM", "201613"),
            ("yyyyMM", "20163"),
            ("yyyyMM", "2016031"),
            ("yyyyMM", "2016-03"),
            ("yyyyMM", "٢٠١٦٠٣"),
            ("MM/yyyy", "3/2016"),
            ("MM/yyyy", " 03/2016"),
            ("M/yyyy", "/2016"),
            ("M/yyyy", "003/2016"),
            ("yyyyQ", "20165"),
            ("yyyyQ", "20160"),
            ("yyyy'Q'Q", "2016q1"),
            ("dd/MM/yyyy", "30/02/2016"),
            ("%tm", "674.0"),
            ("%tm", "+674"),
            ("%tm", ""),
            ("%tm", "99999999999"),
            ("%tq", "2147483647"),
            ("yyyy", "0016"),
        ] {
            assert_eq!(read(pattern, text), None, "{pattern} {text}");
        }
    }

    #[test]
    fn pattern_without_one_precision_or_with_two_readings_is_refused() {
        for pattern in [
            "",
            "MM",
            "yyyy-MM-Q",
            "yyyyyyyy",
            "yy",
            "yyyyMd",
            "yyyy Q'",
            "mm/yyyy",
            "yyyyQQ",
            "yyyy1",
            "%ty",
            "dMyyyy",
            "yyyydd",
        ] {
            assert!(pattern.parse::<Notation>().is_err(), "{pattern}");
        }
    }
}
