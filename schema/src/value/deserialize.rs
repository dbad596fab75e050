//! One value through serde.
//!
//! A value is requested by the representation of its described type, so that a format that guesses types (CSV) keeps the
//! code `01` as it is. No message repeats a value, which may be about a person.
//!
//! An error of the value itself is returned as data, so that a reader can go on with the next value of the row. An error of the
//! deserializer is one of the format: nothing can be read after it.

use std::fmt;

use serde::de::{
    self, DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor,
};

use super::expected::{A_LIST, A_MAP, ExpectedValue};
use super::{Datum, Scalar, ValueError};
use crate::describe::{Representation, ValueType};

/// Reads one value outside a row, in the same form and with the same messages as within one.
///
/// # Errors
/// The error of the deserializer, or a [`ValueError`] as its message.
pub fn deserialize_scalar<'de, T: Scalar, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    let seed = DatumSeed::new(None, const { &<T as Scalar>::TYPE }, false);
    seed.deserialize(deserializer)?
        .and_then(<T as Scalar>::from_datum)
        .map_err(D::Error::custom)
}

/// Reads one value of a described type as data.
#[derive(Clone, Copy)]
pub(crate) struct DatumSeed<'a> {
    /// The name of the column; `None` outside a row.
    column: Option<&'a str>,
    expected: ExpectedValue<'a>,
}

impl<'a> DatumSeed<'a> {
    pub(crate) fn new(column: Option<&'a str>, value_type: &'a ValueType, nullable: bool) -> Self {
        Self {
            column,
            expected: ExpectedValue {
                value_type,
                nullable,
            },
        }
    }
}

impl<'de> DeserializeSeed<'de> for DatumSeed<'_> {
    type Value = Result<Datum, ValueError>;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        if self.expected.nullable {
            // Comes back through `visit_some` with `nullable` off, and then takes the other way.
            return deserializer.deserialize_option(self).map_err(without_value);
        }
        let datum = match self.expected.value_type.representation() {
            // A field is a text. Asked for an integer, the crate would read `0x11` as 17 and refuse `12.0`.
            Representation::Flag
            | Representation::Whole { .. }
            | Representation::Decimal { .. }
                if is_csv::<D::Error>() =>
            {
                deserializer.deserialize_str(CsvField(self))
            }
            // Not as a sequence: `csv` would take all fields up to the end of the line for it.
            Representation::List { .. } if deserializer.is_human_readable() => {
                deserializer.deserialize_any(self)
            }
            Representation::List { .. } => deserializer.deserialize_seq(self),
            // The same forms are accepted from all formats of text: a flag may be written as 1, and a whole number as `12.0`.
            // Asked for any type, JSON would hand over a double, which rounds a number of more than fifteen digits.
            //
            // `serde_json` knows the name, and hands over the text of the value; see `visit_map`. Every other format goes to
            // `visit_newtype_struct`, or visits the value.
            _ if deserializer.is_human_readable() && !is_csv::<D::Error>() => {
                deserializer.deserialize_newtype_struct(SERDE_JSON_TEXT, self)
            }
            Representation::Flag => deserializer.deserialize_bool(self),
            Representation::Whole { .. } => deserializer.deserialize_i64(self),
            Representation::Decimal { .. } => deserializer.deserialize_f64(self),
            Representation::Period(_) | Representation::Code { .. } => {
                deserializer.deserialize_str(self)
            }
        };
        match datum {
            Ok(datum) => Ok(datum),
            Err(error) => self.of_format(without_value(error)),
        }
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
    /// Adds the name of the column to an error of the `csv` crate, which knows only its number. The error of `rmp_serde` about a
    /// value of another type knows only the marker of the value, which has a small number in it: it is replaced.
    ///
    /// `csv` refuses a text that is not UTF-8 before this seed sees it, with a message that begins with `field 3: `. serde
    /// offers no other way to recognise the format than this text.
    fn of_format<E: de::Error>(self, error: E) -> Result<Result<Datum, ValueError>, E> {
        let text = error.to_string();
        if text.starts_with("wrong msgpack marker") {
            let error = self.expected.wrong_type("a value of another type");
            return Err(match self.column {
                Some(column) => E::custom(format_args!("column `{column}`: {error}")),
                None => E::custom(error),
            });
        }
        Err(match self.column {
            Some(column) if text.starts_with("field ") => {
                E::custom(format_args!("column `{column}`: {error}"))
            }
            _ => error,
        })
    }
}

impl<'de> Visitor<'de> for DatumSeed<'_> {
    type Value = Result<Datum, ValueError>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.expected.value_type.kind().name())?;
        match self.column {
            Some(column) => write!(f, " in column `{column}`"),
            None => Ok(()),
        }
    }

    fn visit_none<E: de::Error>(self) -> Result<Self::Value, E> {
        Ok(self.expected.null())
    }

    fn visit_unit<E: de::Error>(self) -> Result<Self::Value, E> {
        Ok(self.expected.null())
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        let Self { column, expected } = self;
        Self::new(column, expected.value_type, false).deserialize(deserializer)
    }

    fn visit_bool<E: de::Error>(self, flag: bool) -> Result<Self::Value, E> {
        Ok(self.expected.flag(flag))
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<Self::Value, E> {
        Ok(self.expected.whole(number))
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Self::Value, E> {
        // A number that does not fit becomes the largest one, which is out of all bounds.
        self.visit_i64(i64::try_from(number).unwrap_or(i64::MAX))
    }

    fn visit_i128<E: de::Error>(self, number: i128) -> Result<Self::Value, E> {
        let nearest = if number < 0 { i64::MIN } else { i64::MAX };
        self.visit_i64(i64::try_from(number).unwrap_or(nearest))
    }

    fn visit_u128<E: de::Error>(self, number: u128) -> Result<Self::Value, E> {
        self.visit_i64(i64::try_from(number).unwrap_or(i64::MAX))
    }

    fn visit_f64<E: de::Error>(self, number: f64) -> Result<Self::Value, E> {
        Ok(self.expected.double(number))
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Self::Value, E> {
        Ok(self.expected.text(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
        let Representation::List { item } = self.expected.value_type.representation() else {
            while seq.next_element::<IgnoredAny>()?.is_some() {}
            return Ok(Err(self.expected.wrong_type(A_LIST)));
        };
        let item_seed = Self::new(self.column, item, false);
        let mut items = Ok(Vec::new());
        // After an error, the other items are read and not kept.
        while let Some(item) = seq.next_element_seed(item_seed)? {
            match (&mut items, item) {
                (Ok(items), Ok(item)) => items.push(item),
                (Ok(_), Err(error)) => items = Err(error),
                (Err(_), _) => {}
            }
        }
        Ok(items.map(Datum::List))
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(
        self,
        deserializer: D,
    ) -> Result<Self::Value, D::Error> {
        match self.expected.value_type.representation() {
            Representation::Period(_) | Representation::Code { .. } => {
                deserializer.deserialize_str(self)
            }
            _ => deserializer.deserialize_any(self),
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        match map.next_key::<MapKey>()? {
            Some(MapKey::Json) => return map.next_value_seed(JsonText(self)),
            Some(MapKey::Other) => {
                map.next_value::<IgnoredAny>()?;
                while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
            }
            None => {}
        }
        Ok(Err(self.expected.wrong_type(A_MAP)))
    }
}

/// The first key of a map in the place of a value.
enum MapKey {
    /// The value is the text of a value in JSON.
    Json,
    /// The value is part of a map.
    Other,
}

impl<'de> de::Deserialize<'de> for MapKey {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct KeyVisitor;

        impl Visitor<'_> for KeyVisitor {
            type Value = MapKey;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a key")
            }

            fn visit_str<E: de::Error>(self, key: &str) -> Result<MapKey, E> {
                Ok(match key {
                    SERDE_JSON_TEXT | SERDE_JSON_NUMBER => MapKey::Json,
                    _ => MapKey::Other,
                })
            }
        }

        deserializer.deserialize_identifier(KeyVisitor)
    }
}

/// Reads a value from its text in JSON.
struct JsonText<'a>(DatumSeed<'a>);

impl<'de> DeserializeSeed<'de> for JsonText<'_> {
    type Value = Result<Datum, ValueError>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for JsonText<'_> {
    type Value = Result<Datum, ValueError>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.expecting(f)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Self::Value, E> {
        Ok(self.0.expected.json(text))
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

/// Reads the field of a CSV file.
struct CsvField<'a>(DatumSeed<'a>);

impl Visitor<'_> for CsvField<'_> {
    type Value = Result<Datum, ValueError>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.expecting(f)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Self::Value, E> {
        Ok(self.0.expected.field(text))
    }
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
