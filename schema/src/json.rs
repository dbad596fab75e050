//! Rows through serde, written once over the description: JSON, CSV and every other format.
//!
//! A format for people names the columns. A format for programs may leave the names out, as postcard and `MessagePack` do: the
//! values are then in the order of the columns.
//!
//! Error messages name the column and what was expected; they never repeat a value, which may be about a person. A format
//! that refuses a text before this module sees it names the column in its own way (CSV: `field 3: ..`).
//!
//! CSV has no form for several values in one field: write and read a block with a list column as JSON, Arrow or Parquet.
//! A deserializer sees the header of a CSV file with the first row, and so never that of a file without rows: the reader of
//! the module `csv` (feature `csv`) validates it first.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{
    self, DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor,
};
use serde::ser::{Serialize, SerializeStruct, Serializer};

use crate::describe::excerpt;
use crate::row::foreign_names::{IN_UTF8, advice_on_unknown};
use crate::row::{Block, DescribedColumn, Value, Walk, row_from_data};
use crate::value::{Datum, DatumSeed, without_value};

/// Writes a row as a struct of its columns.
///
/// # Errors
/// The error of the serializer.
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

/// Writes each column that it visits, until the first error.
struct Writer<'a, R, S: SerializeStruct> {
    row: &'a R,
    names: std::slice::Iter<'static, &'static str>,
    state: Result<S, S::Error>,
}

impl<R, S: SerializeStruct> Walk<R> for Writer<'_, R, S> {
    fn field<T: Value>(&mut self, get: impl Fn(&R) -> &T + Copy) {
        // `walk` cannot stop: after an error, the other columns are visited and not written.
        let (Some(name), Ok(state)) = (self.names.next(), &mut self.state) else {
            return;
        };
        if let Err(error) = state.serialize_field(name, &SerializedValue(get(self.row))) {
            self.state = Err(error);
        }
    }
}

/// A value of a column, for serde.
struct SerializedValue<'a, T>(&'a T);

impl<T: Value> Serialize for SerializedValue<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.__serialize(serializer)
    }
}

/// Reads a row from a struct or map of its columns.
///
/// An unknown column and a duplicate one are errors; a missing one is null where that is allowed.
///
/// # Errors
/// The error of the deserializer, or a message about the first invalid column.
pub fn deserialize<'de, R: Block, D: Deserializer<'de>>(deserializer: D) -> Result<R, D::Error> {
    let visitor = RowVisitor {
        is_positional: !deserializer.is_human_readable(),
        row: PhantomData::<R>,
    };
    let row = deserializer.deserialize_struct(R::ID, R::column_names(), visitor);
    row.map_err(without_value)
}

struct RowVisitor<R> {
    /// True if the format may write a row as its values only, in the order of the columns. In a format that people write, such
    /// values may be in any order.
    is_positional: bool,
    row: PhantomData<R>,
}

impl<'de, R: Block> Visitor<'de> for RowVisitor<R> {
    type Value = R;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a row of `{}`", R::ID)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<R, A::Error> {
        if !self.is_positional {
            // The crate `csv` hands over a row without names if it cannot read the header as UTF-8.
            return Err(A::Error::custom(format_args!(
                "expected a row of `{}` with the names of its columns, found values without names; a CSV file has them in its first \
                 line, in UTF-8: save a file in UTF-16 (\"Unicode text\") or in another encoding again as \"CSV UTF-8\", \
                 {IN_UTF8}",
                R::ID
            )));
        }
        let columns = &R::described().columns;
        let mut values = Vec::with_capacity(columns.len());
        let wrong_length = |found: fmt::Arguments<'_>| {
            A::Error::custom(format_args!(
                "expected a row of `{}` with a value for each of its {} columns, in their order, found {found}; write and read \
                 the rows with the same version of the block, or write the names of the columns too",
                R::ID,
                columns.len()
            ))
        };
        for column in columns {
            match seq.next_element_seed(column.seed())? {
                Some(value) => values.push(value),
                None => return Err(wrong_length(format_args!("{} values", values.len()))),
            }
        }
        if seq.next_element::<IgnoredAny>()?.is_some() {
            return Err(wrong_length(format_args!("more values")));
        }
        row_from_data(values).map_err(A::Error::custom)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<R, A::Error> {
        let columns = &R::described().columns;
        // `None` until the column was read, which differs from a null that was read.
        let mut values: Vec<Option<Datum>> = vec![None; columns.len()];
        let mut last = None;
        while let Some(index) = map.next_key_seed(ColumnKey {
            known: R::column_names(),
            last,
        })? {
            last = Some(index);
            let (value, column) = (&mut values[index], &columns[index]);
            if value.is_some() {
                return Err(A::Error::custom(format_args!(
                    "duplicate column `{}`",
                    column.name
                )));
            }
            *value = Some(map.next_value_seed(column.seed())?);
        }
        let missing: Vec<_> = columns
            .iter()
            .zip(&values)
            .filter(|(column, value)| value.is_none() && !column.nullable)
            .map(|(column, _)| format!("`{}`", column.name))
            .collect();
        if !missing.is_empty() {
            let plural = if missing.len() == 1 { "" } else { "s" };
            return Err(A::Error::custom(format_args!(
                "missing column{plural} {} in a row of `{}`",
                missing.join(", "),
                R::ID
            )));
        }
        let values = values
            .into_iter()
            .map(|value| value.unwrap_or(Datum::Null))
            .collect();
        row_from_data(values).map_err(A::Error::custom)
    }
}

impl DescribedColumn {
    /// Returns the reader of a value of the column.
    fn seed(&self) -> DatumSeed<'_> {
        DatumSeed {
            column: Some(self.name),
            value_type: &self.value_type,
            nullable: self.nullable,
        }
    }
}

/// Reads a key of the map as the position of the column with this name.
struct ColumnKey {
    known: &'static [&'static str],
    /// The position of the name before it; `None` if the map had none.
    last: Option<usize>,
}

impl<'de> DeserializeSeed<'de> for ColumnKey {
    type Value = usize;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<usize, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for ColumnKey {
    type Value = usize;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a column")
    }

    fn visit_str<E: de::Error>(self, name: &str) -> Result<usize, E> {
        // Most sources write the columns in their order.
        let next = self.last.map_or(0, |last| last + 1);
        if self.known.get(next) == Some(&name) {
            return Ok(next);
        }
        let position = self.known.iter().position(|known| *known == name);
        position.ok_or_else(|| {
            let advice = advice_on_unknown(name, self.known);
            // The first name of a CSV file without a header is a value, which the message must not repeat.
            let shown = if self.last.is_some() {
                format!(" `{}`", excerpt(name))
            } else {
                String::new()
            };
            if advice.is_empty() {
                let names = self.known.join("`, `");
                E::custom(format_args!(
                    "unknown column{shown}, expected one of `{names}`"
                ))
            } else {
                E::custom(format_args!("unknown column{shown}; {advice}"))
            }
        })
    }

    // Headers of CSV come as bytes.
    fn visit_bytes<E: de::Error>(self, name: &[u8]) -> Result<usize, E> {
        self.visit_str(&String::from_utf8_lossy(name))
    }
}
