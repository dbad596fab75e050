//! Rows through serde, written once over the description: JSON, CSV and every other format that names its columns.
//!
//! Every value is asked for by its described type, so that a format that guesses (CSV) keeps the code `01` as it is.
//! Messages say what was expected; they never repeat a value, which may be about a person, also where the format's own
//! message would. They name the column, unless the format refuses the text before it gets here (CSV: `field 3: ..`).
//!
//! CSV has no form for several values in one cell: a block with a list column is written and read as JSON, Arrow or Parquet.
//! What is a number or a flag in a CSV cell is for the `csv` crate to say: it takes `007` and `+7` for 7.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{self, DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, SerializeStruct, Serializer};

use crate::describe::ValueType;
use crate::row::{Block, Get, Source, Walk};
use crate::value::{CodeText, Datum, Scalar, Value, ValueError, number};

/// Writes a row as a struct of its columns.
///
/// # Errors
/// What the serializer says.
pub fn serialize<R: Block, S: Serializer>(row: &R, serializer: S) -> Result<S::Ok, S::Error> {
    let names = R::column_names();
    let state = serializer.serialize_struct(R::ID, names.len())?;
    let mut writer = Writer {
        row,
        names: names.iter(),
        state: Ok(state),
    };
    R::walk(&mut writer);
    writer.state?.end()
}

struct Writer<'a, R, S: SerializeStruct> {
    row: &'a R,
    names: std::slice::Iter<'static, &'static str>,
    state: Result<S, S::Error>,
}

impl<R, S: SerializeStruct> Walk<R> for Writer<'_, R, S> {
    fn field<T: Value>(&mut self, get: impl Fn(&R) -> &T + Copy) {
        let (Some(name), Ok(state)) = (self.names.next(), &mut self.state) else {
            return;
        };
        if let Err(error) = state.serialize_field(name, &Cell(get(self.row))) {
            self.state = Err(error);
        }
    }
}

/// A value of a column, for serde.
struct Cell<'a, T>(&'a T);

impl<T: Value> Serialize for Cell<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.__serialize(serializer)
    }
}

/// Reads a row from a struct or map of its columns; an unknown or repeated column is an error, a missing one is null where that is allowed.
///
/// # Errors
/// What the deserializer says, or what is wrong with a column.
pub fn deserialize<'de, R: Block, D: Deserializer<'de>>(deserializer: D) -> Result<R, D::Error> {
    let row = deserializer.deserialize_struct(R::ID, R::column_names(), Reader::<R>(PhantomData));
    row.map_err(conceal)
}

/// Reads one value outside a row, with the same forms and messages as in one.
///
/// # Errors
/// What the deserializer says, or what is wrong with the value.
pub fn deserialize_scalar<'de, T: Scalar, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    let seed = Seed {
        column: None,
        value_type: &<T as Scalar>::TYPE,
        nullable: false,
    };
    let datum = seed.deserialize(deserializer)?;
    <T as Scalar>::from_datum(datum).map_err(D::Error::custom)
}

/// The same error without the value: formats say `invalid type: string "1987-03-04", expected ..` on their own.
fn conceal<E: de::Error>(error: E) -> E {
    let text = error.to_string();
    let said = ["invalid type: ", "invalid value: "]
        .iter()
        .find_map(|words| Some((words, text.split_once(words)?)));
    let Some((words, (before, found))) = said else {
        return error;
    };
    // serde puts values in quotes or backticks, and nothing else.
    let sort = found.split(['"', '`', ',']).next().unwrap_or_default();
    let expected = found.rfind(", expected ").map_or("", |at| &found[at..]);
    E::custom(format_args!("{before}{words}{}{expected}", sort.trim_end()))
}

struct Reader<R>(PhantomData<R>);

impl<'de, R: Block> Visitor<'de> for Reader<R> {
    type Value = R;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a row of `{}`", R::description().id)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<R, A::Error> {
        let columns = R::description().columns();
        let mut slots: Vec<Option<Datum>> = vec![None; columns.len()];
        while let Some(index) = map.next_key_seed(Name(R::column_names()))? {
            let (slot, column) = (&mut slots[index], &columns[index]);
            if slot.is_some() {
                return Err(A::Error::custom(format_args!(
                    "column `{}` occurs twice",
                    column.name
                )));
            }
            let seed = Seed {
                column: Some(&column.name),
                value_type: column.value_type(),
                nullable: column.nullable(),
            };
            *slot = Some(map.next_value_seed(seed)?);
        }
        let missing: Vec<_> = columns
            .iter()
            .zip(&slots)
            .filter(|(column, slot)| slot.is_none() && !column.nullable())
            .collect();
        if !missing.is_empty() {
            let names: Vec<_> = missing
                .iter()
                .map(|(column, _)| format!("`{}`", column.name))
                .collect();
            return Err(A::Error::custom(format_args!(
                "a row of `{}` without {}",
                R::description().id,
                names.join(", ")
            )));
        }
        let slots = slots.into_iter().map(|slot| slot.unwrap_or(Datum::Null));
        row_of(slots.collect()).map_err(A::Error::custom)
    }
}

/// The row of these values, in the order of its columns; one that is left out is null.
///
/// # Errors
/// Which column cannot hold its value, and why.
pub(crate) fn row_of<R: Block>(values: Vec<Datum>) -> Result<R, String> {
    let mut source = Slots {
        names: R::column_names().iter(),
        slots: values.into_iter(),
    };
    let row = R::read(&mut source)?.pop();
    row.ok_or_else(|| ValueError::Null.to_string())
}

/// A key of the map: the position of the column with this name.
struct Name(&'static [&'static str]);

impl<'de> DeserializeSeed<'de> for Name {
    type Value = usize;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<usize, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for Name {
    type Value = usize;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a column")
    }

    fn visit_str<E: de::Error>(self, name: &str) -> Result<usize, E> {
        let position = self.0.iter().position(|known| *known == name);
        // The name is not repeated: where a header is missing, it is a value.
        position.ok_or_else(|| {
            let names = self.0.join("`, `");
            E::custom(format_args!(
                "a column that the block does not have; its columns are `{names}`"
            ))
        })
    }

    // Headers of CSV come as bytes.
    fn visit_bytes<E: de::Error>(self, name: &[u8]) -> Result<usize, E> {
        self.visit_str(&String::from_utf8_lossy(name))
    }
}

/// One value, asked for by its described type.
#[derive(Clone, Copy)]
struct Seed<'a> {
    /// The column, unless the value stands alone.
    column: Option<&'a str>,
    value_type: &'a ValueType,
    nullable: bool,
}

impl<'de> DeserializeSeed<'de> for Seed<'_> {
    type Value = Datum;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Datum, D::Error> {
        if self.nullable {
            return deserializer.deserialize_option(self).map_err(conceal);
        }
        let datum = match self.value_type {
            ValueType::Flag {} => deserializer.deserialize_bool(self),
            ValueType::Year {}
            | ValueType::SerialNumber { .. }
            | ValueType::Number { decimals: 0, .. } => deserializer.deserialize_i64(self),
            ValueType::Number { .. } => deserializer.deserialize_f64(self),
            // Not as a sequence: `csv` would take all cells to the end of the line for it.
            ValueType::List { .. } => deserializer.deserialize_any(self),
            ValueType::YearMonth {}
            | ValueType::YearQuarter {}
            | ValueType::Code { .. }
            | ValueType::AmountClass { .. } => deserializer.deserialize_str(self),
        };
        datum.map_err(|error| self.name(conceal(error)))
    }
}

impl Seed<'_> {
    /// The same error with the column, where a format says `field 3: invalid digit ..` on its own, as `csv` does.
    fn name<E: de::Error>(self, error: E) -> E {
        match self.column {
            Some(column) if error.to_string().starts_with("field ") => {
                E::custom(format_args!("column `{column}`: {error}"))
            }
            _ => error,
        }
    }

    fn blame<E: de::Error>(self, error: &ValueError) -> E {
        match self.column {
            Some(column) => E::custom(format_args!("column `{column}`: {error}")),
            None => E::custom(error),
        }
    }

    fn refuse<E: de::Error>(self, found: &'static str) -> E {
        let expected = self.value_type.kind().label().en.into_owned();
        self.blame(&ValueError::WrongType { expected, found })
    }

    fn is_whole(self) -> bool {
        matches!(
            self.value_type,
            ValueType::Year {}
                | ValueType::SerialNumber { .. }
                | ValueType::Number { decimals: 0, .. }
        )
    }
}

impl<'de> Visitor<'de> for Seed<'_> {
    type Value = Datum;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.value_type.kind().label().en)?;
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
            Err(self.blame(&ValueError::Null))
        }
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Datum, D::Error> {
        Seed {
            nullable: false,
            ..self
        }
        .deserialize(deserializer)
    }

    fn visit_bool<E: de::Error>(self, flag: bool) -> Result<Datum, E> {
        match self.value_type {
            ValueType::Flag {} => Ok(Datum::Flag(flag)),
            _ => Err(self.refuse("true or false")),
        }
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<Datum, E> {
        match self.value_type {
            #[expect(
                clippy::cast_precision_loss,
                reason = "a number beyond 2^53 is out of bounds all the same"
            )]
            ValueType::Number { decimals: 1.., .. } => self.visit_f64(number as f64),
            _ if self.is_whole() => Ok(Datum::Whole(number)),
            _ => Err(self.refuse("a number")),
        }
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Datum, E> {
        // What does not fit is out of all bounds, as the largest number is.
        self.visit_i64(i64::try_from(number).unwrap_or(i64::MAX))
    }

    fn visit_f64<E: de::Error>(self, number: f64) -> Result<Datum, E> {
        match self.value_type {
            ValueType::Number {
                min,
                max,
                decimals: 1..,
                ..
            } => number::ten_thousandths(number, *min, *max)
                .map(Datum::Scaled)
                .map_err(|error| self.blame(&error)),
            // Also where a format writes it as `3.0`, as JSON Schema's `integer` allows.
            _ if self.is_whole() => number::whole(number)
                .map(Datum::Whole)
                .ok_or_else(|| self.refuse("a number that is not whole")),
            _ => Err(self.refuse("a number")),
        }
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Datum, E> {
        let datum = match self.value_type {
            ValueType::YearMonth {} => text.parse().map(Datum::YearMonth).map_err(ValueError::from),
            ValueType::YearQuarter {} => text
                .parse()
                .map(Datum::YearQuarter)
                .map_err(ValueError::from),
            ValueType::Code { .. } | ValueType::AmountClass { .. } => {
                CodeText::new(text).map(Datum::Code)
            }
            _ => return Err(self.refuse("a text")),
        };
        datum.map_err(|error| self.blame(&error))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Datum, A::Error> {
        if !self.value_type.is_list() {
            return Err(self.refuse("a list"));
        }
        let item = Seed {
            value_type: self.value_type.item(),
            nullable: false,
            ..self
        };
        let mut items = Vec::new();
        while let Some(value) = seq.next_element_seed(item)? {
            items.push(value);
        }
        Ok(Datum::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, _: A) -> Result<Datum, A::Error> {
        Err(self.refuse("a map"))
    }
}

/// The values of one row, in the order of its columns.
struct Slots {
    names: std::slice::Iter<'static, &'static str>,
    slots: std::vec::IntoIter<Datum>,
}

impl Source for Slots {
    type Error = String;
    type Column<T: Value> = Once<T>;

    fn rows(&self) -> usize {
        1
    }

    fn column<T: Value>(&mut self) -> Result<Once<T>, String> {
        let name = self.names.next().copied().unwrap_or_default();
        let datum = self.slots.next().unwrap_or(Datum::Null);
        T::from_datum(datum)
            .map(Once)
            .map_err(|error| format!("column `{name}`: {error}"))
    }
}

/// A column of one row.
struct Once<T>(T);

impl<T: Value> Get<T> for Once<T> {
    fn get(&self, _: usize) -> T {
        self.0.clone()
    }
}
