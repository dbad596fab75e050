//! One value through serde.
//!
//! A value is requested by the representation of its described type, so that a format that guesses types (CSV) keeps the
//! code `01` as it is. No message repeats a value, which may be about a person.

use std::borrow::Cow;
use std::fmt;

use serde::de::{self, DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};

use super::digits::{units_of_double, whole};
use super::flag_forms::{MISSING, flag_of_number, flag_of_text, is_missing_text};
use super::written_number::WrittenNumber;
use super::{CodeText, Datum, Scalar, ValueError};
use crate::describe::{CalendarPeriod, Representation, ValueType};

/// Reads one value outside a row, in the same form and with the same messages as within one.
///
/// # Errors
/// The error of the deserializer, or a [`ValueError`] as its message.
pub fn deserialize_scalar<'de, T: Scalar, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    let seed = DatumSeed {
        column: None,
        value_type: &<T as Scalar>::TYPE,
        nullable: false,
    };
    let datum = seed.deserialize(deserializer)?;
    <T as Scalar>::from_datum(datum).map_err(D::Error::custom)
}

/// Reads one value of a described type as data.
#[derive(Clone, Copy)]
pub(crate) struct DatumSeed<'a> {
    /// The name of the column; `None` outside a row.
    pub(crate) column: Option<&'a str>,
    /// The type of the value.
    pub(crate) value_type: &'a ValueType,
    /// True if null is allowed.
    pub(crate) nullable: bool,
}

impl<'de> DeserializeSeed<'de> for DatumSeed<'_> {
    type Value = Datum;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Datum, D::Error> {
        if self.nullable {
            // Comes back through `visit_some` with `nullable` off, and then takes the other way.
            return deserializer.deserialize_option(self).map_err(without_value);
        }
        let datum = match self.value_type.representation() {
            // The same forms are accepted from all formats of text: a flag may be written as 1, and a whole number as `12.0`.
            // Asked for an integer, CSV would read `0x11` as 17 and refuse `12.0`. Asked for any type, both JSON and CSV
            // would hand over a double, which rounds a number of more than fifteen digits.
            Representation::Flag
            | Representation::Whole { .. }
            | Representation::Decimal { .. }
                if deserializer.is_human_readable() =>
            {
                // `serde_json` knows the name, and hands over the text of the number; see `visit_map`. Every other format
                // goes to `visit_newtype_struct`, or visits the value.
                deserializer.deserialize_newtype_struct(SERDE_JSON_TEXT, self)
            }
            Representation::Flag => deserializer.deserialize_bool(self),
            Representation::Whole { .. } => deserializer.deserialize_i64(self),
            Representation::Decimal { .. } => deserializer.deserialize_f64(self),
            // Not as a sequence: `csv` would take all fields up to the end of the line for it.
            Representation::List { .. } if deserializer.is_human_readable() => {
                deserializer.deserialize_any(self)
            }
            Representation::List { .. } => deserializer.deserialize_seq(self),
            Representation::Period(_) | Representation::Code { .. } => {
                deserializer.deserialize_str(self)
            }
        };
        datum.map_err(|error| self.with_column(without_value(error)))
    }
}

/// Removes the value from the error of another crate.
///
/// Formats write `invalid type: string "1987-03-04", expected ..` on their own. serde has no access to the parts of such an
/// error, only to its text. In that text the words up to the first quote, backtick or comma name the type of the value, and
/// the last `, expected ` begins the expectation; everything in between can be the value. An error with another text is
/// returned as it is.
pub(crate) fn without_value<E: de::Error>(error: E) -> E {
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

impl DatumSeed<'_> {
    /// Adds the name of the column to an error of the `csv` crate, which knows only its number, and of `rmp_serde`, which knows
    /// only the marker of the value. The marker of a small number has the number in it, and is removed.
    ///
    /// `csv` refuses a text that is not UTF-8 before this seed sees it, with a message that begins with `field 3: `. serde
    /// offers no other way to recognise the format than this text.
    fn with_column<E: de::Error>(self, error: E) -> E {
        let text = error.to_string();
        if text.starts_with("wrong msgpack marker") {
            return self.wrong_type("a value of another type");
        }
        match self.column {
            Some(column) if text.starts_with("field ") => {
                E::custom(format_args!("column `{column}`: {error}"))
            }
            _ => error,
        }
    }

    fn error<E: de::Error>(self, error: &ValueError) -> E {
        match self.column {
            Some(column) => E::custom(format_args!("column `{column}`: {error}")),
            None => E::custom(error),
        }
    }

    fn flag<E: de::Error>(self, flag: Result<bool, ValueError>) -> Result<Datum, E> {
        flag.map(Datum::Flag).map_err(|error| self.error(&error))
    }

    fn wrong_type<E: de::Error>(self, found: &'static str) -> E {
        let expected = self.value_type.kind().name().to_owned();
        self.error(&ValueError::WrongType {
            expected,
            found: found.into(),
        })
    }
}

impl<'de> Visitor<'de> for DatumSeed<'_> {
    type Value = Datum;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.value_type.kind().name())?;
        match self.value_type.representation() {
            Representation::Period(grain) => {
                write!(f, ", a text such as `{}`", grain.text_form().example)?;
            }
            Representation::Code { .. } => f.write_str(", a text")?,
            _ => {}
        }
        match self.column {
            Some(column) => write!(f, " in column `{column}`"),
            None => Ok(()),
        }
    }

    fn visit_none<E: de::Error>(self) -> Result<Datum, E> {
        self.visit_unit()
    }

    fn visit_unit<E: de::Error>(self) -> Result<Datum, E> {
        if self.nullable {
            Ok(Datum::Null)
        } else {
            Err(self.error(&ValueError::Null))
        }
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Datum, D::Error> {
        DatumSeed {
            nullable: false,
            ..self
        }
        .deserialize(deserializer)
    }

    fn visit_bool<E: de::Error>(self, flag: bool) -> Result<Datum, E> {
        match self.value_type.representation() {
            Representation::Flag => Ok(Datum::Flag(flag)),
            _ => Err(self.wrong_type("true or false")),
        }
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<Datum, E> {
        match self.value_type.representation() {
            Representation::Whole { .. } => Ok(Datum::Whole(number)),
            #[expect(
                clippy::cast_precision_loss,
                reason = "a number beyond 2^53 is out of bounds all the same"
            )]
            Representation::Decimal { .. } => self.visit_f64(number as f64),
            Representation::Flag => self.flag(flag_of_number(number)),
            _ => Err(self.wrong_type("a number")),
        }
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Datum, E> {
        // A number that does not fit becomes the largest one, which is out of all bounds.
        self.visit_i64(i64::try_from(number).unwrap_or(i64::MAX))
    }

    fn visit_i128<E: de::Error>(self, number: i128) -> Result<Datum, E> {
        let nearest = if number < 0 { i64::MIN } else { i64::MAX };
        self.visit_i64(i64::try_from(number).unwrap_or(nearest))
    }

    fn visit_u128<E: de::Error>(self, number: u128) -> Result<Datum, E> {
        self.visit_i64(i64::try_from(number).unwrap_or(i64::MAX))
    }

    fn visit_f64<E: de::Error>(self, number: f64) -> Result<Datum, E> {
        match self.value_type.representation() {
            Representation::Decimal { min, max, decimals } => {
                units_of_double(number, decimals, min, max)
                    .map(|units| Datum::Scaled { units, decimals })
                    .map_err(|error| self.error(&error))
            }
            // JSON Schema's `integer` allows `3.0`.
            Representation::Whole { .. } => whole(number)
                .map(Datum::Whole)
                .ok_or_else(|| self.wrong_type(NOT_WHOLE)),
            // A number that is not whole becomes one that is not a flag either.
            Representation::Flag => self.flag(flag_of_number(whole(number).unwrap_or(i64::MAX))),
            _ => Err(self.wrong_type("a number")),
        }
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Datum, E> {
        let datum = match self.value_type.representation() {
            Representation::Period(grain) => CalendarPeriod::parse(grain, text)
                .map(Datum::Period)
                .map_err(ValueError::from),
            Representation::Code { .. } => CodeText::try_new(text).map(Datum::Code),
            Representation::Flag => return self.flag(flag_of_text(text)),
            // An empty field of a CSV file.
            _ if text.is_empty() => Err(ValueError::Null),
            _ => return Err(self.wrong_type(text_instead_of_number(text))),
        };
        datum.map_err(|error| self.error(&error))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Datum, A::Error> {
        let Representation::List { item } = self.value_type.representation() else {
            return Err(self.wrong_type("a list"));
        };
        let item_seed = DatumSeed {
            value_type: item,
            nullable: false,
            ..self
        };
        let mut items = Vec::new();
        while let Some(value) = seq.next_element_seed(item_seed)? {
            items.push(value);
        }
        Ok(Datum::List(items))
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(
        self,
        deserializer: D,
    ) -> Result<Datum, D::Error> {
        if is_csv::<D::Error>() {
            deserializer.deserialize_str(CsvField(self))
        } else {
            deserializer.deserialize_any(self)
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Datum, A::Error> {
        let key = map.next_key::<Cow<'de, str>>()?;
        match key.as_deref() {
            Some(SERDE_JSON_TEXT | SERDE_JSON_NUMBER) => map.next_value_seed(JsonText(self)),
            _ => Err(self.wrong_type("a map")),
        }
    }
}

impl DatumSeed<'_> {
    /// Reads a value from its text in JSON, which is valid JSON without spaces around it.
    fn json_value<E: de::Error>(self, text: &str) -> Result<Datum, E> {
        match text.as_bytes() {
            b"null" => self.visit_unit(),
            b"true" => self.visit_bool(true),
            b"false" => self.visit_bool(false),
            [b'"', ..] => match serde_json::from_str::<String>(text) {
                Ok(text) => self.visit_str(&text),
                Err(_) => Err(self.wrong_type("a text")),
            },
            [b'[', ..] => Err(self.wrong_type("a list")),
            [b'{', ..] => Err(self.wrong_type("a map")),
            _ => match WrittenNumber::parse(text) {
                Some(number) => self.number(number),
                None => Err(self.wrong_type("another value")),
            },
        }
    }

    /// Reads a number, exactly.
    fn number<E: de::Error>(self, number: WrittenNumber) -> Result<Datum, E> {
        match self.value_type.representation() {
            Representation::Decimal { decimals, .. } => number
                .to_units(decimals)
                .map(|units| Datum::Scaled { units, decimals })
                .map_err(|error| self.error(&error)),
            Representation::Whole { .. } => number
                .to_whole()
                .map(Datum::Whole)
                .ok_or_else(|| self.wrong_type(NOT_WHOLE)),
            // A number that is not whole becomes one that is not a flag either.
            Representation::Flag => {
                self.flag(flag_of_number(number.to_whole().unwrap_or(i64::MAX)))
            }
            _ => Err(self.wrong_type("a number")),
        }
    }
}

/// Reads a value from its text in JSON.
struct JsonText<'a>(DatumSeed<'a>);

impl<'de> DeserializeSeed<'de> for JsonText<'_> {
    type Value = Datum;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Datum, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for JsonText<'_> {
    type Value = Datum;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.expecting(f)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Datum, E> {
        self.0.json_value(text)
    }
}

/// The name by which `serde_json` is asked for the text of a value (its feature `raw_value`), and the key of the map that it then
/// hands over. serde has no other way to ask for a number that a double would round.
const SERDE_JSON_TEXT: &str = "$serde_json::private::RawValue";

/// The only key of the map that `serde_json` hands over instead of a number that it has stored before, in a program where some
/// crate has enabled its feature `arbitrary_precision`.
const SERDE_JSON_NUMBER: &str = "$serde_json::private::Number";

/// Returns whether an error is one of the crate `csv`, whose fields are texts without a type.
///
/// Only the name of the type shows it: the deserializer of `csv` is private, and asked for any type it passes on a
/// double. A test reads a number that a double would round, so that another name in a later version is noticed.
fn is_csv<E>() -> bool {
    std::any::type_name::<E>().starts_with("csv::")
}

/// Reads the field of a CSV file that holds a number or a flag.
struct CsvField<'a>(DatumSeed<'a>);

impl Visitor<'_> for CsvField<'_> {
    type Value = Datum;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.expecting(f)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Datum, E> {
        match WrittenNumber::parse(text) {
            Some(number) => self.0.number(number),
            None => self.0.visit_str(text),
        }
    }
}

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

#[cfg(test)]
mod tests {
    use serde::de::value::{Error, MapDeserializer};

    use super::*;
    use crate::{Count, Percentage};

    /// A number as `serde_json` hands it over with its feature `arbitrary_precision`.
    fn read<T: Scalar>(key: &str, digits: &str) -> Result<T, String> {
        let map = MapDeserializer::<_, Error>::new([(key, digits)].into_iter());
        deserialize_scalar(map).map_err(|error| error.to_string())
    }

    #[test]
    fn number_of_arbitrary_precision_is_read() {
        let number = SERDE_JSON_NUMBER;
        assert_eq!(read::<Count>(number, "12"), Ok(Count::new(12)));
        assert_eq!(read::<Count>(number, "12.0"), Ok(Count::new(12)));
        assert_eq!(read::<bool>(number, "1"), Ok(true));
        let percentage = Percentage::try_new(12.5).unwrap();
        assert_eq!(read::<Percentage>(number, "12.5"), Ok(percentage));
        let rounded = read::<Percentage>(number, "0.10000000000000000001");
        assert!(rounded.unwrap_err().starts_with("more than 4 decimals"));
        let too_large = read::<Count>(number, "99999999999999999999");
        assert!(too_large.unwrap_err().starts_with("outside the bounds"));
        assert_eq!(
            read::<Count>("other", "12").unwrap_err(),
            "expected count, found a map"
        );
    }

    /// A value that serde buffers before its type is known.
    #[derive(serde::Deserialize)]
    #[serde(untagged)]
    enum Buffered {
        Percentage(Percentage),
    }

    #[test]
    fn number_of_json_is_read_exactly_from_every_source() {
        let exact = Percentage::try_new(0.1).unwrap();
        for text in ["0.1", "0.1000000000000000000000000000000", "1e-1"] {
            assert_eq!(serde_json::from_str::<Percentage>(text).unwrap(), exact);
            let of_reader = serde_json::from_reader::<_, Percentage>(text.as_bytes());
            assert_eq!(of_reader.unwrap(), exact);
            let value: serde_json::Value = serde_json::from_str(text).unwrap();
            assert_eq!(serde_json::from_value::<Percentage>(value).unwrap(), exact);
            let Buffered::Percentage(buffered) = serde_json::from_str(text).unwrap();
            assert_eq!(buffered, exact);
            let list: Vec<Percentage> = serde_json::from_str(&format!("[ {text} ]")).unwrap();
            assert_eq!(list, [exact]);
        }
        let text = "0.10000000000000000001";
        let messages = [
            serde_json::from_str::<Percentage>(text).unwrap_err(),
            serde_json::from_reader::<_, Percentage>(text.as_bytes()).unwrap_err(),
        ];
        for message in messages {
            let message = message.to_string();
            assert!(message.starts_with("more than 4 decimals"), "{message}");
        }
        for (text, found) in [
            ("true", "true or false"),
            ("[0.1]", "a list"),
            ("{}", "a map"),
            (r#""0.1""#, "a text"),
        ] {
            let message = serde_json::from_str::<Percentage>(text)
                .unwrap_err()
                .to_string();
            assert!(message.contains(found), "{message}");
        }
        assert!(serde_json::from_str::<Percentage>("null").is_err());
        assert_eq!(
            serde_json::from_str::<Option<Percentage>>("null").unwrap(),
            None
        );
    }
}
