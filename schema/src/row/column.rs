//! The content of a column, and the traits by which code that is written once visits or reads the columns of any row.
//!
//! [`Value`] and the two visitors are in one file because each is defined by the others: a visitor gets a column as a
//! `Value`, and a `Value` hands itself to a visitor.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use serde::{Serialize, Serializer};

use super::field_type::{ColumnType, FieldType};
use crate::describe::{self, ValueType};
use crate::value::{Datum, Scalar, Several, ValueError, cardinality, stored};

/// The content of a column: a value of a value type, an optional one (`Option`), or several (`Vec`).
///
/// The trait is sealed: every [`Scalar`] has it, and so do an `Option` and a `Vec` of one.
///
/// ```
/// use beraad_schema::{Count, Datum, Value, Year};
///
/// assert_eq!(Some(Year::new(2010)).datum(), Year::new(2010).datum());
/// assert_eq!(None::<Count>.datum(), Datum::Null);
/// assert_eq!(<Count>::from_datum(Datum::Whole(3)).unwrap().get(), 3);
/// assert!(<Count>::from_datum(Datum::Null).is_err());
/// assert!(<Option<Count>>::NULLABLE && !<Count>::NULLABLE);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a value type",
    label = "a row cannot hold a `{Self}`",
    note = "dates are `Day`, `YearMonth`, `YearQuarter` or `Year`; persons, employers and other units are `SerialNumber`; texts are `Code<List>` or an enum, where `List` and the enum derive `CodeList`; amounts are `AmountClass<List>`, or `Amount<Currency>` where the register has `amounts = \"exact\"`; numbers are `Count`, `Days`, `Weeks`, `Months`, `Years`, `Age`, `Minutes`, `Hours`, `HoursPerWeek`, `Percentage`, `Ratio`, or `Whole`, `Signed` and `Scaled` of a quantity; yes or no is `bool`",
    note = "a value that may be absent is an `Option` of one of these, several values are a `Vec` of them"
)]
// `Serialize` is not a supertrait: the compiler would report for every wrong type in an `Option` or a `Vec` that it lacks
// that trait too.
pub trait Value: Sized + Clone + fmt::Debug + PartialEq + 'static {
    /// The description of the type; for an `Option` that of its value, for a `Vec` a list of its items.
    const TYPE: ValueType;
    /// True if null is allowed: for an `Option` only. A `Vec` without values is an empty list, and not null.
    const NULLABLE: bool;
    /// The number of values of one cell, as a type of the module `cardinality`.
    #[doc(hidden)]
    type Cardinality;
    /// The kind of the values in a rule, as a type without values: a rule can compare values of one kind only. An `Option` has
    /// the kind of its value.
    type Kind;
    /// The precision of a date, as a type of the module `grain`.
    #[doc(hidden)]
    type Grain;
    /// The form of the values, as a type of the module `form`.
    #[doc(hidden)]
    type Form;
    /// The type of one value.
    #[doc(hidden)]
    type Scalar: Scalar;
    /// True if one cell holds several values.
    #[doc(hidden)]
    const __SEVERAL: bool = false;
    /// The error in the parameters of the type, if it can have no value.
    #[doc(hidden)]
    const __ERROR: Option<&'static str>;
    /// True if the values are days, which most decisions do not allow.
    #[doc(hidden)]
    const __IS_DAY: bool;
    /// The subject of the values, if they are serial numbers.
    #[doc(hidden)]
    const __SUBJECT: Option<&'static describe::Subject>;

    /// The code list of the values; `None` if they are not codes.
    #[must_use]
    fn code_list() -> Option<&'static describe::CodeList>;

    /// Converts the value into data.
    fn datum(&self) -> Datum;

    /// Converts data into the value.
    ///
    /// # Errors
    /// [`ValueError`] if the data is of another type, is out of bounds, is a code that a closed list does not have, or is
    /// null in a required column.
    fn from_datum(datum: Datum) -> Result<Self, ValueError>;

    /// Writes the value through serde.
    #[doc(hidden)]
    fn __serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error>;

    /// The values of the cell.
    #[doc(hidden)]
    fn __items(&self) -> &[Self::Scalar];

    /// The first value of the cell.
    #[doc(hidden)]
    #[inline]
    fn __first(&self) -> Option<&Self::Scalar> {
        self.__items().first()
    }

    /// Builds the cell from its source.
    #[doc(hidden)]
    fn __from_cell(cell: impl stored::Cell<Self::Scalar>) -> Self;

    // The following functions are methods of this trait, so that the derive names no other item of a field's type than
    // items of `Value`: a type that is not a value type then gets one message.

    /// The type of a field with a role.
    #[doc(hidden)]
    #[must_use]
    fn __role() -> FieldType {
        FieldType::Role(ColumnType::of::<Self>(Self::code_list()))
    }

    /// The type of a field that is a variable.
    #[doc(hidden)]
    #[must_use]
    fn __variable() -> FieldType {
        FieldType::Variable(ColumnType::of::<Self>(Self::code_list()))
    }

    /// The type of a field that is a variable with a code list, although its values are not codes.
    #[doc(hidden)]
    #[must_use]
    fn __coded(list: &'static describe::CodeList) -> FieldType {
        FieldType::Variable(ColumnType::of::<Self>(Some(list)))
    }

    /// Hands a column of this type to a visitor.
    #[doc(hidden)]
    fn __walk<R, W: Walk<R>>(walk: &mut W, get: impl Fn(&R) -> &Self + Copy) {
        walk.field(get);
    }

    /// Reads a column of this type from a source.
    ///
    /// # Errors
    /// The error of the source.
    #[doc(hidden)]
    fn __column<S: Source>(source: &mut S) -> Result<S::Column<Self>, S::Error> {
        source.column::<Self>()
    }

    /// The value of the row at `index` in a column of this type.
    #[doc(hidden)]
    #[inline]
    fn __get<S: Source>(column: &S::Column<Self>, index: usize) -> Self {
        column.get(index)
    }

    /// Reads the value of a column of this type.
    ///
    /// # Errors
    /// The error of the source.
    #[doc(hidden)]
    #[inline]
    fn __read_value<S: RowSource>(
        value: &mut Option<Self>,
        source: &mut S,
    ) -> Result<(), S::Error> {
        source.read(value)
    }

    /// The value that was read; null if none was, and `None` if null is not allowed.
    #[doc(hidden)]
    #[inline]
    fn __value_or_null(value: Option<Self>) -> Option<Self> {
        value.or_else(|| Self::from_datum(Datum::Null).ok())
    }
}

impl ColumnType {
    /// The type of a column that holds a `T`.
    fn of<T: Value>(code_list: Option<&'static describe::CodeList>) -> Self {
        Self {
            value_type: T::TYPE,
            nullable: T::NULLABLE,
            code_list,
            subject: T::__SUBJECT,
        }
    }
}

/// A visitor over the columns of a row of type `R`.
///
/// A writer of any block, as text with tabs:
///
/// ```
/// use beraad_schema::{Block, Datum, Value, Walk};
///
/// struct Lines<'r, R> {
///     rows: &'r [R],
///     lines: Vec<String>,
/// }
///
/// impl<R> Walk<R> for Lines<'_, R> {
///     // Called once for each column: the rows are visited within a column.
///     fn field<T: Value>(&mut self, get: impl Fn(&R) -> &T + Copy) {
///         for (row, line) in self.rows.iter().zip(&mut self.lines) {
///             line.push('\t');
///             line.push_str(&text(&get(row).datum()));
///         }
///     }
/// }
///
/// fn text(datum: &Datum) -> String {
///     match datum {
///         Datum::Null => String::new(),
///         Datum::Flag(flag) => flag.to_string(),
///         Datum::Whole(number) => number.to_string(),
///         // In the smallest unit: 38.5 with four decimals is 385000.
///         Datum::Scaled { units, .. } => units.to_string(),
///         Datum::Period(period) => period.to_string(),
///         Datum::Code(code) => code.to_string(),
///         Datum::List(items) => items.iter().map(text).collect::<Vec<_>>().join("|"),
///     }
/// }
///
/// fn write<R: Block>(rows: &[R]) -> Vec<String> {
///     let mut walk = Lines { rows, lines: vec![String::new(); rows.len()] };
///     R::walk(&mut walk);
///     walk.lines
/// }
/// ```
pub trait Walk<R> {
    /// Visits the next column, in declaration order; `get` returns its value in a row.
    fn field<T: Value>(&mut self, get: impl Fn(&R) -> &T + Copy);
}

/// A source of columns, read in declaration order.
///
/// A reader of any block from columns of texts, which gives each column its type by `T::TYPE`:
///
/// ```
/// use beraad_schema::describe::{CalendarPeriod, Representation, ValueType};
/// use beraad_schema::{Block, CodeText, Datum, Get, Source, Value, ValueError};
///
/// /// The columns that are left, each with the text of every row.
/// struct Texts<'t> {
///     rows: usize,
///     columns: std::slice::Iter<'t, Vec<String>>,
/// }
///
/// struct Parsed<T>(Vec<T>);
///
/// impl<T: Clone> Get<T> for Parsed<T> {
///     fn get(&self, index: usize) -> T {
///         self.0[index].clone()
///     }
/// }
///
/// impl Source for Texts<'_> {
///     type Error = ValueError;
///     type Column<T: Value> = Parsed<T>;
///
///     fn rows(&self) -> usize {
///         self.rows
///     }
///
///     fn column<T: Value>(&mut self) -> Result<Parsed<T>, ValueError> {
///         let texts = self.columns.next().ok_or(ValueError::Null)?;
///         let values = texts.iter().map(|text| T::from_datum(datum(text, &T::TYPE)?));
///         Ok(Parsed(values.collect::<Result<_, _>>()?))
///     }
/// }
///
/// fn datum(text: &str, value_type: &ValueType) -> Result<Datum, ValueError> {
///     let form = |expected| ValueError::Form { expected };
///     Ok(match value_type.representation() {
///         _ if text.is_empty() => Datum::Null,
///         Representation::Flag => Datum::Flag(text == "1"),
///         Representation::Whole { .. } => Datum::Whole(text.parse().map_err(|_| form("12"))?),
///         Representation::Period(grain) => Datum::Period(CalendarPeriod::parse(grain, text)?),
///         Representation::Code { .. } => Datum::Code(CodeText::try_new(text)?),
///         // Numbers with decimals and lists are left out here.
///         Representation::Decimal { .. } | Representation::List { .. } => return Err(form("none")),
///     })
/// }
///
/// fn read<R: Block>(columns: &[Vec<String>]) -> Result<Vec<R>, ValueError> {
///     let rows = columns.first().map_or(0, Vec::len);
///     R::read(&mut Texts { rows, columns: columns.iter() })
/// }
/// ```
pub trait Source {
    /// The error if a column cannot be read.
    type Error;
    /// A column of values of type `T`.
    type Column<T: Value>: Get<T>;

    /// Returns the number of rows, which is the same for every column.
    fn rows(&self) -> usize;

    /// Reads the next column.
    ///
    /// # Errors
    /// If the column is missing, or holds values of another type.
    fn column<T: Value>(&mut self) -> Result<Self::Column<T>, Self::Error>;
}

/// A source of the values of one row, in its own order.
pub trait RowSource {
    /// The error if the row cannot be read.
    type Error;

    /// Reads the value of the column that the source is at. It stays absent if it has an error, and the row is read to its end.
    ///
    /// # Errors
    /// If the row is not read to its end.
    // Returned instead of written to its place, values take a twentieth of the time of a row.
    fn read<T: Value>(&mut self, value: &mut Option<T>) -> Result<(), Self::Error>;
}

/// A column of values of type `T`.
///
/// A column that repeats one value; [`Source`] has a complete reader:
///
/// ```
/// use beraad_schema::{Get, Year};
///
/// struct Constant<T>(T);
///
/// impl<T: Clone> Get<T> for Constant<T> {
///     fn get(&self, _: usize) -> T {
///         self.0.clone()
///     }
/// }
///
/// assert_eq!(Constant(Year::new(2010)).get(3), Year::new(2010));
/// ```
pub trait Get<T> {
    /// Returns the value of the row at `index`, which is less than [`Source::rows`].
    fn get(&self, index: usize) -> T;
}

#[diagnostic::do_not_recommend]
impl<T: Scalar> Value for T {
    const TYPE: ValueType = T::TYPE;
    const NULLABLE: bool = false;
    type Cardinality = cardinality::ExactlyOne;
    type Kind = T::Kind;
    type Grain = T::Grain;
    type Form = T::Form;
    type Scalar = T;
    const __ERROR: Option<&'static str> = T::__ERROR;
    const __IS_DAY: bool = T::__IS_DAY;
    const __SUBJECT: Option<&'static describe::Subject> = T::__SUBJECT;

    fn code_list() -> Option<&'static describe::CodeList> {
        T::code_list()
    }

    fn datum(&self) -> Datum {
        self.datum()
    }

    fn from_datum(datum: Datum) -> Result<Self, ValueError> {
        match datum {
            Datum::Null => Err(ValueError::Null),
            datum => Scalar::from_datum(datum),
        }
    }

    fn __serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.serialize(serializer)
    }

    #[inline]
    fn __items(&self) -> &[T] {
        std::slice::from_ref(self)
    }

    #[inline]
    fn __from_cell(cell: impl stored::Cell<T>) -> Self {
        cell.exactly_one()
    }
}

#[diagnostic::do_not_recommend]
impl<T: Scalar> Value for Option<T> {
    const TYPE: ValueType = T::TYPE;
    const NULLABLE: bool = true;
    type Cardinality = cardinality::Optional;
    type Kind = T::Kind;
    type Grain = T::Grain;
    type Form = T::Form;
    type Scalar = T;
    const __ERROR: Option<&'static str> = T::__ERROR;
    const __IS_DAY: bool = T::__IS_DAY;
    const __SUBJECT: Option<&'static describe::Subject> = T::__SUBJECT;

    fn code_list() -> Option<&'static describe::CodeList> {
        T::code_list()
    }

    fn datum(&self) -> Datum {
        self.as_ref().map_or(Datum::Null, Scalar::datum)
    }

    fn from_datum(datum: Datum) -> Result<Self, ValueError> {
        match datum {
            Datum::Null => Ok(None),
            datum => Scalar::from_datum(datum).map(Some),
        }
    }

    fn __serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.serialize(serializer)
    }

    #[inline]
    fn __items(&self) -> &[T] {
        self.as_slice()
    }

    #[inline]
    fn __first(&self) -> Option<&T> {
        self.as_ref()
    }

    #[inline]
    fn __from_cell(cell: impl stored::Cell<T>) -> Self {
        cell.optional()
    }
}

/// The type of the items of a list, as a slice that lives as long as the program. Written within the constant that uses it, such a
/// slice needs Rust 1.89.
struct ItemTypes<T>(PhantomData<T>);

impl<T: Scalar> ItemTypes<T> {
    const SLICE: &'static [ValueType] = &[<T as Scalar>::TYPE];
}

#[diagnostic::do_not_recommend]
impl<T: Scalar> Value for Vec<T> {
    const TYPE: ValueType = ValueType::List {
        item: Cow::Borrowed(ItemTypes::<T>::SLICE),
    };
    const NULLABLE: bool = false;
    type Cardinality = cardinality::Many;
    // A list is compared with lists, and with its items only through `contains`.
    type Kind = Several<T::Kind>;
    type Grain = T::Grain;
    type Form = T::Form;
    type Scalar = T;
    const __SEVERAL: bool = true;
    const __ERROR: Option<&'static str> = T::__ERROR;
    const __IS_DAY: bool = T::__IS_DAY;
    const __SUBJECT: Option<&'static describe::Subject> = T::__SUBJECT;

    fn code_list() -> Option<&'static describe::CodeList> {
        T::code_list()
    }

    fn datum(&self) -> Datum {
        Datum::List(self.iter().map(Scalar::datum).collect())
    }

    fn from_datum(datum: Datum) -> Result<Self, ValueError> {
        match datum {
            Datum::List(items) => items.into_iter().map(<T as Value>::from_datum).collect(),
            Datum::Null => Err(ValueError::Null),
            other => Err(ValueError::wrong_type(&Self::TYPE, &other)),
        }
    }

    fn __serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.serialize(serializer)
    }

    #[inline]
    fn __items(&self) -> &[T] {
        self
    }

    #[inline]
    fn __from_cell(cell: impl stored::Cell<T>) -> Self {
        cell.many()
    }
}
