//! Rows through serde, written once over the description: JSON, CSV and every other format.
//!
//! A format for people names the columns. A format for programs may leave the names out, as postcard and `MessagePack` do: the
//! values are then in the order of the columns.
//!
//! Error messages name the column and what was expected; they never repeat a value, which may be about a person. A format
//! that refuses a text before this module sees it names the column in its own way (CSV: `field 3: ..`).
//!
//! A row type stops at its first error, at the place of the value, so that a program that records the path of a value, such as
//! `serde_path_to_error`, has that of the column. [`RowResult`] goes on to the end of the row, and has all errors.
//!
//! CSV has no form of its own for several values in one field: serde writes and reads a block with a list column as JSON. The module
//! `csv` reads such a block with `Dialect::item_separator`.
//! A deserializer sees the header of a CSV file with the first row, and so never that of a file without rows: the reader of
//! the module `csv` (feature `csv`) validates it first.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{
    self, Deserialize, DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, SeqAccess,
    Visitor,
};
use serde::ser::{Serialize, SerializeStruct, Serializer};

use crate::describe::{Text, ValueType};
use crate::row::foreign_names::{IN_UTF8, MAX_NAMED, advice_on_unknown, shown};
use crate::row::{
    Block, DescribedColumn, FieldError, FieldErrorKind, Fields, RowError, RowSource, Value, Walk,
    built, values_in_order,
};
use crate::value::{Datum, Receiver, ValueError, ValueSeed, without_value};

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
    let row = read::<R, D>(deserializer, OnError::Stop)?;
    row.map_err(D::Error::custom)
}

/// A row, or all its errors: a type for a reader that reports every error of a delivery at once.
///
/// A row type itself stops at the first error, and so does everything that contains it. A `Vec<RowResult<R>>` is read to its
/// end; an error of the format, such as JSON that ends early or a row that is not an object, still stops it.
///
/// A generic struct that contains it needs `#[serde(bound = "R: Block")]`, since serde derives another bound. To report violations
/// too, give each valid row to [`Checks::check`](crate::Checks::check), as `examples/service` of the repository does.
///
/// ```
/// # fn example<R: beraad_schema::Block + std::fmt::Debug>() -> Result<(), serde_json::Error> {
/// use beraad_schema::RowResult;
///
/// let delivery = r#"[{"person": 0, "year": "x"}, {"person": 1, "year": 2010}]"#;
/// let rows: Vec<RowResult<R>> = serde_json::from_str(delivery)?;
/// for (index, row) in rows.iter().enumerate() {
///     if let RowResult(Err(error)) = row {
///         for error in error.errors() {
///             println!("row {index}: {error}");
///         }
///     }
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowResult<R>(pub Result<R, RowError>);

impl<'de, R: Block> Deserialize<'de> for RowResult<R> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read::<R, D>(deserializer, OnError::Continue).map(Self)
    }
}

#[cfg(feature = "schemars")]
impl<R: schemars::JsonSchema> schemars::JsonSchema for RowResult<R> {
    fn inline_schema() -> bool {
        R::inline_schema()
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        R::schema_name()
    }

    fn schema_id() -> std::borrow::Cow<'static, str> {
        R::schema_id()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        R::json_schema(generator)
    }
}

fn read<'de, R: Block, D: Deserializer<'de>>(
    deserializer: D,
    on_error: OnError,
) -> Result<Result<R, RowError>, D::Error> {
    let visitor = RowVisitor {
        is_positional: !deserializer.is_human_readable(),
        on_error,
        row: PhantomData::<R>,
    };
    let row = deserializer.deserialize_struct(R::ID, R::column_names(), visitor);
    row.map_err(without_value)
}

/// The way to go on after the error of a column.
#[derive(Clone, Copy, PartialEq, Eq)]
enum OnError {
    /// The error becomes that of the deserializer, at the place of the value.
    Stop,
    /// The other columns are read too.
    Continue,
}

struct RowVisitor<R> {
    /// True if the format may write a row as its values only, in the order of the columns. In a format that people write, such
    /// values may be in any order.
    is_positional: bool,
    on_error: OnError,
    row: PhantomData<R>,
}

impl<'de, R: Block> Visitor<'de> for RowVisitor<R> {
    type Value = Result<R, RowError>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a row of `{}`", R::ID)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<Self::Value, A::Error> {
        if !self.is_positional {
            // The crate `csv` hands over a row without names if it cannot read the header as UTF-8.
            return Err(A::Error::custom(format_args!(
                "expected a row of `{}` with the names of its columns, found values without names; JSON has them in an object for \
                 each row, and a CSV file in its first line, in UTF-8: save a file in UTF-16 (\"Unicode text\") or in another encoding again as \"CSV UTF-8\", \
                 {IN_UTF8}",
                R::ID
            )));
        }
        let mut source = Positional {
            seq,
            input: PhantomData,
            block: R::ID,
            columns: &R::described().columns,
            place: 0,
            errors: Errors::new(self.on_error),
        };
        let values = values_in_order::<R, _>(&mut source)?;
        if source.seq.next_element::<IgnoredAny>()?.is_some() {
            return Err(source.wrong_length("more values"));
        }
        Ok(source.errors.row_or_errors::<R>(R::ID, values))
    }

    #[inline]
    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
        let mut values = R::__no_values();
        let mut source = Named {
            map,
            input: PhantomData,
            block: R::ID,
            columns: &R::described().columns,
            was_read: Vec::new(),
            names: Names {
                known: R::column_names(),
                next: 0,
                errors: Errors::new(self.on_error),
            },
        };
        while let Some(index) = source.map.next_key_seed(ColumnKey(&mut source.names))? {
            if source.is_at(index)? {
                R::__read_value(&mut values, index, &mut source)?;
            }
        }
        source.validate_missing()?;
        Ok(source.names.errors.row_or_errors::<R>(R::ID, values))
    }
}

/// The errors of a row.
struct Errors {
    on_error: OnError,
    found: Vec<FieldError>,
    /// The number of unknown columns.
    unknown: usize,
    /// True if an error lists the columns of the block.
    has_listed: bool,
}

impl Errors {
    fn new(on_error: OnError) -> Self {
        Self {
            on_error,
            found: Vec::new(),
            unknown: 0,
            has_listed: false,
        }
    }

    /// Adds an error, if the row is read to its end.
    fn add<E: de::Error>(&mut self, error: FieldError) -> Result<(), E> {
        if self.on_error == OnError::Stop {
            return Err(E::custom(error));
        }
        if matches!(error.kind, FieldErrorKind::Unknown { .. }) {
            self.unknown += 1;
            if self.unknown > MAX_NAMED {
                return Ok(());
            }
        }
        // A row may have a column any number of times.
        if error.kind != FieldErrorKind::Duplicate || !self.found.contains(&error) {
            self.found.push(error);
        }
        Ok(())
    }

    /// Adds the error of a value to those of the row.
    #[inline]
    fn value_or_error<T>(
        &mut self,
        column: &'static DescribedColumn,
        value: Result<T, ValueError>,
    ) -> Option<T> {
        match value {
            Ok(value) => Some(value),
            Err(error) => {
                self.add_value(column.name, error);
                None
            }
        }
    }

    #[cold]
    fn add_value(&mut self, column: &'static str, error: ValueError) {
        self.found.push(FieldError::new(column, error.into()));
    }

    /// Stops if the value has an error and the row is not read to its end.
    #[inline]
    fn value_or_stop<T, E: de::Error>(&mut self, value: Option<T>) -> Result<Option<T>, E> {
        if value.is_none() && self.on_error == OnError::Stop {
            return Err(self.stop());
        }
        Ok(value)
    }

    #[cold]
    fn stop<E: de::Error>(&mut self) -> E {
        let errors: Vec<_> = self
            .found
            .drain(..)
            .map(|error| error.to_string())
            .collect();
        E::custom(errors.join("; "))
    }

    /// Builds the row, unless one of its values has an error.
    #[inline]
    fn row_or_errors<R: Fields>(
        mut self,
        block: &'static str,
        values: R::__Values,
    ) -> Result<R, RowError> {
        if self.found.is_empty() {
            return Ok(built(values));
        }
        if let Some(count @ 1..) = self.unknown.checked_sub(MAX_NAMED) {
            let kind = FieldErrorKind::MoreUnknown { count };
            self.found.push(FieldError { column: None, kind });
        }
        Err(RowError::new(block, self.found))
    }
}

/// The columns of a row without their names, in their order.
struct Positional<'de, A> {
    seq: A,
    input: PhantomData<&'de ()>,
    block: &'static str,
    columns: &'static [DescribedColumn],
    /// The index of the column that is read next.
    place: usize,
    errors: Errors,
}

impl<A> Positional<'_, A> {
    fn wrong_length<E: de::Error>(&self, found: &str) -> E {
        E::custom(format_args!(
            "expected a row of `{}` with a value for each of its {} columns, in their order, found {found}; write and read \
             the rows with the same version of the block, or write the names of the columns too",
            self.block,
            self.columns.len()
        ))
    }
}

impl<'de, A: SeqAccess<'de>> RowSource for Positional<'de, A> {
    type Error = A::Error;

    fn read<T: Value>(&mut self, value: &mut Option<T>) -> Result<(), A::Error> {
        let seed = ColumnSeed::new(&self.columns[self.place], &mut self.errors);
        let Some(read) = self.seq.next_element_seed(seed)? else {
            return Err(self.wrong_length(&format!("{} values", self.place)));
        };
        self.place += 1;
        *value = read;
        Ok(())
    }
}

/// The columns of a map by their names, in the order of the map. Most sources have the order of the block.
struct Named<'de, A> {
    map: A,
    input: PhantomData<&'de ()>,
    block: &'static str,
    columns: &'static [DescribedColumn],
    /// For each column, true if the map had it before; empty as long as the columns came in their order.
    was_read: Vec<bool>,
    names: Names,
}

/// The names of the columns, for the keys of a map.
struct Names {
    known: &'static [&'static str],
    /// The index after that of the last column that was read, or zero. All columns before it were read, unless another order is
    /// recorded.
    next: usize,
    errors: Errors,
}

impl<'de, A: MapAccess<'de>> Named<'de, A> {
    /// Goes to the column at this index, and returns whether its value is to be read. The value of an unknown column, and of one that
    /// was read before, is left out.
    #[inline]
    fn is_at(&mut self, index: usize) -> Result<bool, A::Error> {
        if (index != self.names.next || !self.was_read.is_empty()) && !self.is_first(index)? {
            return Ok(false);
        }
        self.names.next = index + 1;
        Ok(true)
    }

    /// Records the order of the columns, and returns whether this one is known and was not read before.
    #[cold]
    fn is_first(&mut self, index: usize) -> Result<bool, A::Error> {
        let Some(column) = self.columns.get(index) else {
            self.map.next_value::<IgnoredAny>()?;
            return Ok(false);
        };
        self.record_order();
        if self.was_read[index] {
            let error = FieldError::new(column.name, FieldErrorKind::Duplicate);
            self.names.errors.add(error)?;
            self.map.next_value::<IgnoredAny>()?;
            return Ok(false);
        }
        self.was_read[index] = true;
        Ok(true)
    }

    /// Records which columns were read.
    fn record_order(&mut self) {
        if self.was_read.is_empty() {
            let next = self.names.next;
            self.was_read = (0..self.columns.len()).map(|index| index < next).collect();
        }
    }

    /// Adds the errors about the columns that the map lacks and that are never null.
    #[inline]
    fn validate_missing(&mut self) -> Result<(), A::Error> {
        if self.was_read.is_empty() && self.names.next == self.columns.len() {
            return Ok(());
        }
        self.add_missing()
    }

    #[cold]
    fn add_missing(&mut self) -> Result<(), A::Error> {
        self.record_order();
        let columns = self.columns.iter().zip(&self.was_read);
        let missing = columns.filter(|(column, was_read)| !**was_read && !column.nullable);
        let missing: Vec<_> = missing.map(|(column, _)| column.name).collect();
        if missing.is_empty() {
            return Ok(());
        }
        if self.names.errors.on_error == OnError::Stop {
            return Err(self.missing(&missing));
        }
        for name in missing {
            let error = FieldError::new(name, FieldErrorKind::Missing);
            self.names.errors.add(error)?;
        }
        Ok(())
    }

    /// Returns the error about missing columns.
    fn missing(&self, names: &[&str]) -> A::Error {
        let plural = if names.len() == 1 { "" } else { "s" };
        A::Error::custom(format_args!(
            "missing column{plural} `{}` in a row of `{}`",
            names.join("`, `"),
            self.block
        ))
    }
}

impl<'de, A: MapAccess<'de>> RowSource for Named<'de, A> {
    type Error = A::Error;

    #[inline]
    fn read<T: Value>(&mut self, value: &mut Option<T>) -> Result<(), A::Error> {
        let column = &self.columns[self.names.next - 1];
        let seed = ColumnSeed::new(column, &mut self.names.errors);
        *value = self.map.next_value_seed(seed)?;
        Ok(())
    }
}

/// Reads the value of a column; `None` if it has an error, which was added to those of the row.
struct ColumnSeed<'c, T> {
    column: &'static DescribedColumn,
    errors: &'c mut Errors,
    value: PhantomData<T>,
}

impl<'c, T: Value> ColumnSeed<'c, T> {
    #[inline]
    fn new(column: &'static DescribedColumn, errors: &'c mut Errors) -> Self {
        Self {
            column,
            errors,
            value: PhantomData,
        }
    }
}

impl<'de, T: Value> DeserializeSeed<'de> for ColumnSeed<'_, T> {
    type Value = Option<T>;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<T>, D::Error> {
        let receiver = ColumnSeed::<T>::new(self.column, self.errors);
        let value = ValueSeed::new(receiver, T::NULLABLE).deserialize(deserializer)?;
        self.errors.value_or_stop(value)
    }
}

impl<T: Value> Receiver for ColumnSeed<'_, T> {
    type Received = Option<T>;

    #[inline]
    fn value_type(&self) -> &'static ValueType {
        const { &T::TYPE }
    }

    #[inline]
    fn column(&self) -> Option<&'static str> {
        Some(self.column.name)
    }

    #[inline]
    fn receive(self, datum: Result<Datum, ValueError>) -> Option<T> {
        let value = datum.and_then(T::from_datum);
        self.errors.value_or_error(self.column, value)
    }
}

/// The index of a name that the block does not have.
const UNKNOWN: usize = usize::MAX;

/// Reads a key of the map as the index of the column with this name. The error of an [`UNKNOWN`] name is added to those of the row.
struct ColumnKey<'n>(&'n mut Names);

impl Names {
    /// Returns the index of a name that is not the next one.
    fn find<E: de::Error>(&mut self, name: &str) -> Result<usize, E> {
        if let Some(index) = self.known.iter().position(|known| *known == name) {
            return Ok(index);
        }
        let mut advice = advice_on_unknown(name, self.known);
        if advice.is_empty() {
            // The list of all columns is long, and one of a row is enough.
            advice = if self.errors.has_listed {
                "the block does not have it either".to_owned()
            } else {
                format!("expected one of `{}`", self.known.join("`, `"))
            };
            self.errors.has_listed = true;
        }
        self.errors.add(FieldError {
            // The first name of a CSV file without a header is a value, which the message must not repeat.
            column: (self.next > 0).then(|| Text::Owned(shown(name))),
            kind: FieldErrorKind::Unknown { advice },
        })?;
        Ok(UNKNOWN)
    }

    #[inline]
    fn is_next(&self, name: &[u8]) -> bool {
        let next = self.known.get(self.next);
        next.is_some_and(|next| is_same(next.as_bytes(), name))
    }
}

/// Compares two names of columns. Eight bytes at a time: the comparison of slices is a call for every name of every row.
#[inline]
fn is_same(one: &[u8], other: &[u8]) -> bool {
    if one.len() != other.len() {
        return false;
    }
    let (ones, one_rest) = one.as_chunks::<8>();
    let (others, other_rest) = other.as_chunks::<8>();
    ones.iter().zip(others).all(|(one, other)| one == other)
        && one_rest
            .iter()
            .zip(other_rest)
            .all(|(one, other)| one == other)
}

impl<'de> DeserializeSeed<'de> for ColumnKey<'_> {
    type Value = usize;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<usize, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for ColumnKey<'_> {
    type Value = usize;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a column")
    }

    #[inline]
    fn visit_str<E: de::Error>(self, name: &str) -> Result<usize, E> {
        if self.0.is_next(name.as_bytes()) {
            return Ok(self.0.next);
        }
        self.0.find(name)
    }

    // Headers of CSV come as bytes.
    #[inline]
    fn visit_bytes<E: de::Error>(self, name: &[u8]) -> Result<usize, E> {
        if self.0.is_next(name) {
            return Ok(self.0.next);
        }
        self.0.find(&String::from_utf8_lossy(name))
    }
}
