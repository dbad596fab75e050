//! One value in the form of a text, a number or a flag, read as the type that its column expects.
//!
//! Every format has its own way to hand over a value; this is where its forms are accepted or refused, in the same way for
//! all. No error repeats a value, which may be about a person.

use super::digits::{units_of_double, whole};
use super::flag_forms::{MISSING, flag_of_number, flag_of_text, is_missing_text};
use super::written_number::WrittenNumber;
use super::{CodeText, Datum, ValueError};
use crate::describe::{CalendarPeriod, Representation, ValueType};

/// The type that a value must have.
#[derive(Clone, Copy)]
pub(crate) struct ExpectedValue<'a> {
    /// The type of the value.
    pub(crate) value_type: &'a ValueType,
    /// True if null is allowed.
    pub(crate) nullable: bool,
}

impl ExpectedValue<'_> {
    /// Reads the absence of a value.
    pub(crate) fn null(self) -> Result<Datum, ValueError> {
        if self.nullable {
            Ok(Datum::Null)
        } else {
            Err(ValueError::Null)
        }
    }

    /// Reads true or false.
    pub(crate) fn flag(self, flag: bool) -> Result<Datum, ValueError> {
        match self.value_type.representation() {
            Representation::Flag => Ok(Datum::Flag(flag)),
            _ => Err(self.wrong_type("true or false")),
        }
    }

    /// Reads a whole number.
    pub(crate) fn whole(self, number: i64) -> Result<Datum, ValueError> {
        match self.value_type.representation() {
            Representation::Whole { .. } => Ok(Datum::Whole(number)),
            #[expect(
                clippy::cast_precision_loss,
                reason = "a number beyond 2^53 is out of bounds all the same"
            )]
            Representation::Decimal { .. } => self.double(number as f64),
            Representation::Flag => flag_of_number(number).map(Datum::Flag),
            _ => Err(self.wrong_type(A_NUMBER)),
        }
    }

    /// Reads a double.
    pub(crate) fn double(self, number: f64) -> Result<Datum, ValueError> {
        match self.value_type.representation() {
            Representation::Decimal { min, max, decimals } => {
                units_of_double(number, decimals, min, max)
                    .map(|units| Datum::Scaled { units, decimals })
            }
            // JSON Schema's `integer` allows `3.0`.
            Representation::Whole { .. } => whole(number)
                .map(Datum::Whole)
                .ok_or_else(|| self.wrong_type(NOT_WHOLE)),
            // A number that is not whole becomes one that is not a flag either.
            Representation::Flag => {
                flag_of_number(whole(number).unwrap_or(i64::MAX)).map(Datum::Flag)
            }
            _ => Err(self.wrong_type(A_NUMBER)),
        }
    }

    /// Reads a number from its digits, exactly.
    pub(crate) fn number(self, number: WrittenNumber) -> Result<Datum, ValueError> {
        match self.value_type.representation() {
            Representation::Decimal { decimals, .. } => number
                .to_units(decimals)
                .map(|units| Datum::Scaled { units, decimals }),
            Representation::Whole { .. } => number
                .to_whole()
                .map(Datum::Whole)
                .ok_or_else(|| self.wrong_type(NOT_WHOLE)),
            // A number that is not whole becomes one that is not a flag either.
            Representation::Flag => {
                flag_of_number(number.to_whole().unwrap_or(i64::MAX)).map(Datum::Flag)
            }
            _ => Err(self.wrong_type(A_NUMBER)),
        }
    }

    /// Reads a text of a format that has numbers and flags of its own, such as JSON.
    pub(crate) fn text(self, text: &str) -> Result<Datum, ValueError> {
        match self.value_type.representation() {
            Representation::Period(grain) => CalendarPeriod::parse(grain, text)
                .map(Datum::Period)
                .map_err(ValueError::from),
            Representation::Code { .. } => CodeText::try_new(text).map(Datum::Code),
            Representation::Flag => flag_of_text(text).map(Datum::Flag),
            Representation::List { .. } => Err(self.wrong_type(ONE_TEXT)),
            // An empty field of a CSV file.
            _ if text.is_empty() => Err(ValueError::Null),
            _ => Err(self.wrong_type(text_instead_of_number(text))),
        }
    }

    /// Reads a field of a CSV file, in which all values are texts and nothing is an empty text.
    pub(crate) fn field(self, text: &str) -> Result<Datum, ValueError> {
        if text.is_empty() && self.nullable {
            return Ok(Datum::Null);
        }
        // A code may be the empty text.
        let is_code = matches!(
            self.value_type.representation(),
            Representation::Code { .. }
        );
        if text.is_empty() && !is_code {
            return Err(ValueError::Null);
        }
        match self.value_type.representation() {
            Representation::Flag
            | Representation::Whole { .. }
            | Representation::Decimal { .. } => match WrittenNumber::parse(text) {
                Some(number) => self.number(number),
                None => self.text(text),
            },
            _ => self.text(text),
        }
    }

    /// Reads a value from its text in JSON, which is valid JSON without spaces around it.
    pub(crate) fn json(self, text: &str) -> Result<Datum, ValueError> {
        match text.as_bytes() {
            b"null" => self.null(),
            b"true" => self.flag(true),
            b"false" => self.flag(false),
            [b'"', content @ .., b'"'] if !content.contains(&b'\\') => {
                self.text(&text[1..text.len() - 1])
            }
            [b'"', ..] => match serde_json::from_str::<String>(text) {
                Ok(text) => self.text(&text),
                Err(_) => Err(self.wrong_type("a text")),
            },
            [b'[', ..] => Err(self.wrong_type(A_LIST)),
            [b'{', ..] => Err(self.wrong_type(A_MAP)),
            _ => match WrittenNumber::parse(text) {
                Some(number) => self.number(number),
                None => Err(self.wrong_type("another value")),
            },
        }
    }

    /// Returns the error about a value of another type.
    pub(crate) fn wrong_type(self, found: &'static str) -> ValueError {
        ValueError::WrongType {
            expected: self.value_type.kind().name().to_owned() + &self.form(),
            found: found.into(),
        }
    }

    /// Returns the form of the values for a message, after the name of their type.
    fn form(self) -> String {
        match self.value_type.representation() {
            Representation::Period(grain) => {
                format!(", a text such as `{}`", grain.text_form().example)
            }
            Representation::Code { .. } => ", a text".to_owned(),
            _ => String::new(),
        }
    }
}

/// The words for a list in the place of one value.
pub(super) const A_LIST: &str = "a list";

/// The words for a map in the place of a value.
pub(super) const A_MAP: &str = "a map";

/// The words for a text in the place of a list.
const ONE_TEXT: &str = "a text; CSV has no form for several values: write JSON, Arrow or Parquet";

/// The words for a number in the place of another value.
const A_NUMBER: &str = "a number";

/// The words for a number in a column of whole numbers.
const NOT_WHOLE: &str = "a number that is not whole";

/// Names a text in the place of a number, with what to write instead.
fn text_instead_of_number(text: &str) -> &'static str {
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    if is_missing_text(text) {
        return MISSING;
    }
    if ["inf", "infinity"]
        .iter()
        .any(|word| unsigned.eq_ignore_ascii_case(word))
    {
        return "infinity; write nothing where there is no value: in pandas `x.replace([numpy.inf, -numpy.inf], numpy.nan)`, in R \
            `x[is.infinite(x)] <- NA`";
    }
    if !text.is_empty() && text.trim() != text && WrittenNumber::parse(text.trim()).is_some() {
        return "a number with a space before or after it; write it without the space: in pandas `x.str.strip()`, in R \
            `trimws(x)`, in Stata `replace x = strtrim(x)`";
    }
    if text.contains(',') {
        return "a text with a comma; write digits, with a decimal point where there are decimals, and nothing else: in pandas \
            `x.to_csv(decimal=\".\")`, in R `write.csv` and not `write.csv2`, in Stata `set dp period`";
    }
    "a text; write digits, with a decimal point where there are decimals, and nothing else"
}
