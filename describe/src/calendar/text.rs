//! Reading periods through serde. The messages name the expected kind of value and never repeat the value that was found,
//! which may be about a person.

use std::fmt;

use serde::de;

/// A visitor over the text of a month or a quarter.
pub(super) struct PeriodText {
    /// The kind of value, for messages.
    pub(super) expected: &'static str,
}

impl de::Visitor<'_> for PeriodText {
    type Value = String;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.expected)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<String, E> {
        Ok(text.to_owned())
    }

    // The visits of other types are written out only for their messages: those of serde repeat the value.
    fn visit_bool<E: de::Error>(self, _: bool) -> Result<String, E> {
        Err(wrong_type(self.expected, "true or false"))
    }

    fn visit_i64<E: de::Error>(self, _: i64) -> Result<String, E> {
        Err(wrong_type(self.expected, "a number"))
    }

    fn visit_u64<E: de::Error>(self, _: u64) -> Result<String, E> {
        Err(wrong_type(self.expected, "a number"))
    }

    fn visit_f64<E: de::Error>(self, _: f64) -> Result<String, E> {
        Err(wrong_type(self.expected, "a number"))
    }
}

/// A visitor over the number of a year.
pub(super) struct YearNumber;

impl de::Visitor<'_> for YearNumber {
    type Value = i64;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a year")
    }

    fn visit_i64<E: de::Error>(self, year: i64) -> Result<i64, E> {
        Ok(year)
    }

    fn visit_u64<E: de::Error>(self, year: u64) -> Result<i64, E> {
        // A number that does not fit becomes the largest one, which is out of bounds.
        Ok(i64::try_from(year).unwrap_or(i64::MAX))
    }

    #[expect(
        clippy::cast_possible_truncation,
        reason = "a float beyond 64 bits becomes the largest number, which is out of bounds"
    )]
    fn visit_f64<E: de::Error>(self, year: f64) -> Result<i64, E> {
        // JSON Schema's `integer` allows `2016.0`.
        if year.fract() == 0.0 {
            Ok(year as i64)
        } else {
            Err(wrong_type("year", "a number that is not whole"))
        }
    }

    fn visit_bool<E: de::Error>(self, _: bool) -> Result<i64, E> {
        Err(wrong_type("year", "true or false"))
    }

    fn visit_str<E: de::Error>(self, _: &str) -> Result<i64, E> {
        Err(wrong_type("year", "a text"))
    }
}

/// Removes the value from the error of a format.
///
/// A format that refuses a value before it asks the visitor writes the value itself: `serde_json` writes `invalid type: floating
/// point 1.5, expected month and year`. serde has no access to the parts of such an error, only to its text. In that text the
/// words up to the first quote, backtick or comma name the type of the value, and the last `, expected ` begins the
/// expectation; everything in between can be the value. An error with another text is returned as it is.
pub fn without_value<E: de::Error>(error: E) -> E {
    let text = error.to_string();
    let parts = ["invalid type: ", "invalid value: "]
        .iter()
        .find_map(|words| Some((words, text.split_once(words)?)));
    let Some((words, (before, found))) = parts else {
        return error;
    };
    let found_type = found.split(['"', '`', ',']).next().unwrap_or_default();
    let expected = found
        .rfind(", expected ")
        .map_or("", |start| &found[start..]);
    E::custom(format_args!(
        "{before}{words}{}{expected}",
        found_type.trim_end()
    ))
}

fn wrong_type<E: de::Error>(expected: &str, found: &str) -> E {
    E::custom(format_args!("expected {expected}, found {found}"))
}
