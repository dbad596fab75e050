//! One value through serde.
//!
//! A value is requested by the representation of its described type, so that a format that guesses types (CSV) keeps the
//! code `01` as it is. No message repeats a value, which may be about a person.
//!
//! An error of the value itself is returned as data, so that a reader can go on with the next value of the row. An error of the
//! deserializer is one of the format: nothing can be read after it.

use std::fmt;
use std::marker::PhantomData;

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
    let value = ValueSeed::new(OneScalar(PhantomData::<T>), false).deserialize(deserializer)?;
    value.map_err(D::Error::custom)
}

/// The receiver of a value: it states the type, and converts the data.
///
/// It cannot stop the deserializer, which may be within the value by then: the seed around it does.
pub(crate) trait Receiver {
    type Received;

    /// Returns the type of the value. A constant lets the compiler leave out the branches of other types.
    fn value_type(&self) -> &'static ValueType;

    /// Returns the name of the column; `None` outside a row.
    fn column(&self) -> Option<&'static str>;

    /// Converts the data, or takes the error.
    fn receive(self, datum: Result<Datum, ValueError>) -> Self::Received;
}

/// A value outside a row.
struct OneScalar<T>(PhantomData<T>);

impl<T: Scalar> Receiver for OneScalar<T> {
    type Received = Result<T, ValueError>;

    #[inline]
    fn value_type(&self) -> &'static ValueType {
        const { &<T as Scalar>::TYPE }
    }

    #[inline]
    fn column(&self) -> Option<&'static str> {
        None
    }

    #[inline]
    fn receive(self, datum: Result<Datum, ValueError>) -> Result<T, ValueError> {
        datum.and_then(<T as Scalar>::from_datum)
    }
}

/// An item of a list, as data.
struct Item {
    value_type: &'static ValueType,
    column: Option<&'static str>,
}

impl Receiver for Item {
    type Received = Result<Datum, ValueError>;

    fn value_type(&self) -> &'static ValueType {
        self.value_type
    }

    fn column(&self) -> Option<&'static str> {
        self.column
    }

    fn receive(self, datum: Result<Datum, ValueError>) -> Result<Datum, ValueError> {
        datum
    }
}

/// Reads one value of a described type, and hands it to its receiver.
pub(crate) struct ValueSeed<R> {
    receiver: R,
    nullable: bool,
}

impl<R: Receiver> ValueSeed<R> {
    #[inline]
    pub(crate) fn new(receiver: R, nullable: bool) -> Self {
        Self { receiver, nullable }
    }

    #[inline]
    fn expected(&self) -> ExpectedValue<'static> {
        ExpectedValue {
            value_type: self.receiver.value_type(),
            nullable: self.nullable,
        }
    }
}

impl<'de, R: Receiver> DeserializeSeed<'de> for ValueSeed<R> {
    type Value = R::Received;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        let (column, expected) = (self.receiver.column(), self.expected());
        let representation = expected.value_type.representation();
        let value = match (Format::of(&deserializer), representation) {
            // JSON has texts of their own, and lists.
            (
                Format::Json,
                Representation::Period(_)
                | Representation::Code { .. }
                | Representation::List { .. },
            ) => deserializer.deserialize_any(self),
            // Asked for any type, JSON would hand over a double, which rounds a number of more than fifteen digits.
            // `serde_json` knows the name, and hands over the text of the value, or of null; see `visit_map`.
            (Format::Json, _) => deserializer.deserialize_newtype_struct(SERDE_JSON_TEXT, self),
            // Comes back through `visit_some` with `nullable` off, and then takes another way.
            _ if self.nullable => deserializer.deserialize_option(self),
            // Not as a sequence: `csv` would take all fields up to the end of the line for it.
            (Format::Csv | Format::OtherText, Representation::List { .. }) => {
                deserializer.deserialize_any(self)
            }
            // A field is a text. Asked for an integer, the crate would read `0x11` as 17 and refuse `12.0`.
            (Format::Csv, _) => deserializer.deserialize_str(CsvField(self)),
            // The same forms are accepted from all formats of text: a flag may be written as 1, and a whole number as `12.0`.
            // A format goes to `visit_newtype_struct`, or visits the value.
            (Format::OtherText, _) => {
                deserializer.deserialize_newtype_struct(SERDE_JSON_TEXT, self)
            }
            (Format::Binary, Representation::List { .. }) => deserializer.deserialize_seq(self),
            (Format::Binary, Representation::Flag) => deserializer.deserialize_bool(self),
            (Format::Binary, Representation::Whole { .. }) => deserializer.deserialize_i64(self),
            (Format::Binary, Representation::Decimal { .. }) => deserializer.deserialize_f64(self),
            (Format::Binary, Representation::Period(_) | Representation::Code { .. }) => {
                deserializer.deserialize_str(self)
            }
        };
        value.map_err(|error| of_format(column, expected, without_value(error)))
    }
}

/// The way to ask a format for a value.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Format {
    Json,
    Csv,
    OtherText,
    Binary,
}

impl Format {
    /// Only the name of the type of the error shows the formats that need a way of their own: the deserializer of `csv` is private,
    /// and asked for any type it passes on a double. A test reads a number that a double would round, so that another name in a
    /// later version is noticed.
    #[inline]
    fn of<'de, D: Deserializer<'de>>(deserializer: &D) -> Self {
        let error = std::any::type_name::<D::Error>();
        if error.starts_with("serde_json::") {
            Self::Json
        } else if error.starts_with("csv::") {
            Self::Csv
        } else if deserializer.is_human_readable() {
            Self::OtherText
        } else {
            Self::Binary
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

/// Adds the name of the column to an error of the `csv` crate, which knows only its number. The error of `rmp_serde` about a
/// value of another type knows only the marker of the value, which has a small number in it: it is replaced.
///
/// `csv` refuses a text that is not UTF-8 before a seed sees it, with a message that begins with `field 3: `. serde
/// offers no other way to recognise the format than this text.
#[cold]
fn of_format<E: de::Error>(column: Option<&str>, expected: ExpectedValue<'_>, error: E) -> E {
    let text = error.to_string();
    if text.starts_with("wrong msgpack marker") {
        let error = expected.wrong_type("a value of another type");
        return match column {
            Some(column) => E::custom(format_args!("column `{column}`: {error}")),
            None => E::custom(error),
        };
    }
    match column {
        Some(column) if text.starts_with("field ") => {
            E::custom(format_args!("column `{column}`: {error}"))
        }
        _ => error,
    }
}

impl<'de, R: Receiver> Visitor<'de> for ValueSeed<R> {
    type Value = R::Received;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.receiver.value_type().kind().name())?;
        match self.receiver.column() {
            Some(column) => write!(f, " in column `{column}`"),
            None => Ok(()),
        }
    }

    #[inline]
    fn visit_none<E: de::Error>(self) -> Result<Self::Value, E> {
        let value = self.expected().null();
        Ok(self.receiver.receive(value))
    }

    #[inline]
    fn visit_unit<E: de::Error>(self) -> Result<Self::Value, E> {
        let value = self.expected().null();
        Ok(self.receiver.receive(value))
    }

    #[inline]
    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        let seed = Self {
            nullable: false,
            ..self
        };
        seed.deserialize(deserializer)
    }

    #[inline]
    fn visit_bool<E: de::Error>(self, flag: bool) -> Result<Self::Value, E> {
        let value = self.expected().flag(flag);
        Ok(self.receiver.receive(value))
    }

    #[inline]
    fn visit_i64<E: de::Error>(self, number: i64) -> Result<Self::Value, E> {
        let value = self.expected().whole(number);
        Ok(self.receiver.receive(value))
    }

    #[inline]
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
        let value = self.expected().double(number);
        Ok(self.receiver.receive(value))
    }

    #[inline]
    fn visit_str<E: de::Error>(self, text: &str) -> Result<Self::Value, E> {
        let value = self.expected().text(text);
        Ok(self.receiver.receive(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
        let Representation::List { item } = self.receiver.value_type().representation() else {
            while seq.next_element::<IgnoredAny>()?.is_some() {}
            let error = self.expected().wrong_type(A_LIST);
            return Ok(self.receiver.receive(Err(error)));
        };
        let column = self.receiver.column();
        let item_seed = || {
            let receiver = Item {
                value_type: item,
                column,
            };
            ValueSeed::new(receiver, false)
        };
        let mut items = Ok(Vec::new());
        // After an error, the other items are read and not kept.
        while let Some(item) = seq.next_element_seed(item_seed())? {
            match (&mut items, item) {
                (Ok(items), Ok(item)) => items.push(item),
                (Ok(_), Err(error)) => items = Err(error),
                (Err(_), _) => {}
            }
        }
        Ok(self.receiver.receive(items.map(Datum::List)))
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(
        self,
        deserializer: D,
    ) -> Result<Self::Value, D::Error> {
        match self.receiver.value_type().representation() {
            Representation::Period(_) | Representation::Code { .. } => {
                deserializer.deserialize_str(self)
            }
            _ => deserializer.deserialize_any(self),
        }
    }

    #[inline]
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        match map.next_key::<MapKey>()? {
            Some(MapKey::Json) => return map.next_value_seed(JsonText(self)),
            Some(MapKey::Other) => {
                map.next_value::<IgnoredAny>()?;
                while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
            }
            None => {}
        }
        let error = self.expected().wrong_type(A_MAP);
        Ok(self.receiver.receive(Err(error)))
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
struct JsonText<R>(ValueSeed<R>);

impl<'de, R: Receiver> DeserializeSeed<'de> for JsonText<R> {
    type Value = R::Received;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<R: Receiver> Visitor<'_> for JsonText<R> {
    type Value = R::Received;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.expecting(f)
    }

    #[inline]
    fn visit_str<E: de::Error>(self, text: &str) -> Result<Self::Value, E> {
        let value = self.0.expected().json(text);
        Ok(self.0.receiver.receive(value))
    }
}

/// The name by which `serde_json` is asked for the text of a value (its feature `raw_value`), and the key of the map that it then
/// hands over. serde has no other way to ask for a number that a double would round.
const SERDE_JSON_TEXT: &str = "$serde_json::private::RawValue";

/// The only key of the map that `serde_json` hands over instead of a number that it has stored before, in a program where some
/// crate has enabled its feature `arbitrary_precision`.
const SERDE_JSON_NUMBER: &str = "$serde_json::private::Number";

/// Reads the field of a CSV file.
struct CsvField<R>(ValueSeed<R>);

impl<R: Receiver> Visitor<'_> for CsvField<R> {
    type Value = R::Received;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.expecting(f)
    }

    #[inline]
    fn visit_str<E: de::Error>(self, text: &str) -> Result<Self::Value, E> {
        let value = self.0.expected().field(text);
        Ok(self.0.receiver.receive(value))
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
