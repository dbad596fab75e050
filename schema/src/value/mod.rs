//! Value types: what a row can hold. What is too fine, or ill formed, cannot be written down.

mod calendar;
mod code;
pub(crate) mod number;
mod serial_number;
pub mod stored;

use std::fmt;

use serde::{Serialize, Serializer};

pub(crate) use self::code::codes_text;
pub use self::code::{AmountClass, Code, CodeList, CodeText};
pub use self::number::{
    Count, Days, Hours, HoursPerWeek, Months, Percentage, Ratio, Scaled, Unit, Weeks, Whole, unit,
};
pub use self::serial_number::{Employer, Person, SerialNumber, Subject};
use crate::__private::Typed;
use crate::check;
use crate::describe::{self, ValueType};
pub use crate::describe::{ObservationPeriod, Year, YearMonth, YearQuarter};
use crate::row::{Get, Source, Walk};

/// One value of one type that a column may hold.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a value type",
    label = "a row cannot hold a `{Self}`",
    note = "dates are `YearMonth`, `YearQuarter` or `Year`; persons and employers are `SerialNumber`; texts are `Code<List>` or an enum, where `List` and the enum derive `CodeList`; amounts are `AmountClass<List>`; numbers are `Count`, `Days`, `Weeks`, `Months`, `Hours`, `HoursPerWeek`, `Percentage` or `Ratio`; yes or no is `bool`",
    note = "a value that may be absent is an `Option` of one of these, several values are a `Vec` of them"
)]
pub trait Scalar:
    Sized + Clone + fmt::Debug + PartialEq + Serialize + Send + Sync + 'static
{
    /// The type, as a description.
    const TYPE: ValueType;
    /// What it may be compared with in a rule.
    type Kind;
    /// How precise a date it is, as a type of [`check::by`].
    #[doc(hidden)]
    type Grain;
    /// What sort of value it is, as a type of [`check::form`].
    #[doc(hidden)]
    type Form;
    /// How it is stored, as a type of [`stored::form`].
    #[doc(hidden)]
    type Stored: stored::Stored<Self>;
    /// What is wrong with the type, where not every type of its form has values; said at the fields of this type.
    #[doc(hidden)]
    const __MISTAKE: Option<&'static str> = None;

    /// The code list that the values are codes of.
    #[must_use]
    fn code_list() -> Option<&'static describe::CodeList> {
        None
    }

    /// The value as data.
    fn datum(&self) -> Datum;

    /// The value that the data stands for.
    ///
    /// # Errors
    /// If the data is of another type, or out of bounds.
    fn from_datum(datum: Datum) -> Result<Self, ValueError>;
}

/// What a column may hold: a value, perhaps none (`Option`), or several (`Vec`).
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a value type",
    label = "a row cannot hold a `{Self}`",
    note = "dates are `YearMonth`, `YearQuarter` or `Year`; persons and employers are `SerialNumber`; texts are `Code<List>` or an enum, where `List` and the enum derive `CodeList`; amounts are `AmountClass<List>`; numbers are `Count`, `Days`, `Weeks`, `Months`, `Hours`, `HoursPerWeek`, `Percentage` or `Ratio`; yes or no is `bool`",
    note = "a value that may be absent is an `Option` of one of these, several values are a `Vec` of them"
)]
// `Serialize` is not asked for: the compiler would say of every wrong type in an `Option` or a `Vec` that it lacks it too.
pub trait Value: Sized + Clone + fmt::Debug + PartialEq + 'static {
    /// The type, as a description.
    const TYPE: ValueType;
    /// Whether there may be no value.
    const NULLABLE: bool;
    /// How many values a cell holds, as a type of [`check::cell`].
    #[doc(hidden)]
    type Cell;
    /// What it may be compared with in a rule.
    type Kind;
    /// How precise a date it is, as a type of [`check::by`].
    #[doc(hidden)]
    type Grain;
    /// What sort of value it is, as a type of [`check::form`].
    #[doc(hidden)]
    type Form;
    /// What its cells hold one of, or perhaps one, or several.
    #[doc(hidden)]
    type Scalar: Scalar;
    /// Whether a cell holds several.
    #[doc(hidden)]
    const __SEVERAL: bool = false;
    /// What is wrong with the type, as [`Scalar`] says it.
    #[doc(hidden)]
    const __MISTAKE: Option<&'static str>;

    /// The code list that the values are codes of.
    #[must_use]
    fn code_list() -> Option<&'static describe::CodeList>;

    /// The value as data.
    fn datum(&self) -> Datum;

    /// The value that the data stands for.
    ///
    /// # Errors
    /// If the data is of another type, out of bounds, or null where there must be a value.
    fn from_datum(datum: Datum) -> Result<Self, ValueError>;

    /// Writes the value through serde.
    #[doc(hidden)]
    fn __serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error>;

    /// The values of the cell.
    #[doc(hidden)]
    fn __items(&self) -> &[Self::Scalar];

    /// The first of them.
    #[doc(hidden)]
    #[inline]
    fn __first(&self) -> Option<&Self::Scalar> {
        self.__items().first()
    }

    /// What `cell` makes.
    #[doc(hidden)]
    fn __of_cell(cell: impl stored::Cell<Self::Scalar>) -> Self;

    /// What a column of this type says of a role.
    #[doc(hidden)]
    #[must_use]
    fn __role() -> Typed {
        Typed::Role(Self::TYPE, Self::NULLABLE)
    }

    /// What a column of this type says of a variable.
    #[doc(hidden)]
    #[must_use]
    fn __variable() -> Typed {
        Typed::Variable(Self::TYPE, Self::NULLABLE, Self::code_list())
    }

    /// What a column of this type says of a variable that is itself no code, with a code list.
    #[doc(hidden)]
    #[must_use]
    fn __coded(list: &'static describe::CodeList) -> Typed {
        Typed::Variable(Self::TYPE, Self::NULLABLE, Some(list))
    }

    /// Shows a column of this type to `walk`. A method of this trait, as is [`__column`](Self::__column), so that what
    /// the derive writes names nothing else of a field's type, and a type that is no value type gets one message.
    #[doc(hidden)]
    fn __walk<R, W: Walk<R>>(walk: &mut W, get: impl Fn(&R) -> &Self + Copy) {
        walk.field(get);
    }

    /// Takes a column of this type from `source`.
    ///
    /// # Errors
    /// What the source says.
    #[doc(hidden)]
    fn __column<S: Source>(source: &mut S) -> Result<S::Column<Self>, S::Error> {
        source.column::<Self>()
    }

    /// The value of the row at `index` of a column of this type.
    #[doc(hidden)]
    #[inline]
    fn __get<S: Source>(column: &S::Column<Self>, index: usize) -> Self {
        column.get(index)
    }
}

#[diagnostic::do_not_recommend]
impl<T: Scalar> Value for T {
    const TYPE: ValueType = T::TYPE;
    const NULLABLE: bool = false;
    type Cell = check::cell::One;
    type Kind = T::Kind;
    type Grain = T::Grain;
    type Form = T::Form;
    type Scalar = T;
    const __MISTAKE: Option<&'static str> = T::__MISTAKE;

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
    fn __of_cell(cell: impl stored::Cell<T>) -> Self {
        cell.one()
    }
}

#[diagnostic::do_not_recommend]
impl<T: Scalar> Value for Option<T> {
    const TYPE: ValueType = T::TYPE;
    const NULLABLE: bool = true;
    type Cell = check::cell::Perhaps;
    type Kind = T::Kind;
    type Grain = T::Grain;
    type Form = T::Form;
    type Scalar = T;
    const __MISTAKE: Option<&'static str> = T::__MISTAKE;

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
    fn __of_cell(cell: impl stored::Cell<T>) -> Self {
        cell.perhaps()
    }
}

#[diagnostic::do_not_recommend]
impl<T: Scalar> Value for Vec<T> {
    const TYPE: ValueType = ValueType::List {
        item: std::borrow::Cow::Borrowed(&[<T as Scalar>::TYPE]),
    };
    const NULLABLE: bool = false;
    type Cell = check::cell::Several;
    type Kind = Several<T::Kind>;
    type Grain = T::Grain;
    type Form = T::Form;
    type Scalar = T;
    const __SEVERAL: bool = true;
    const __MISTAKE: Option<&'static str> = T::__MISTAKE;

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
    fn __of_cell(cell: impl stored::Cell<T>) -> Self {
        cell.several()
    }
}

impl Scalar for bool {
    const TYPE: ValueType = ValueType::Flag {};
    type Kind = Flag;
    type Grain = check::by::Dateless;
    type Form = check::form::Plain;
    type Stored = stored::form::Bit;

    fn datum(&self) -> Datum {
        Datum::Flag(*self)
    }

    fn from_datum(datum: Datum) -> Result<Self, ValueError> {
        match datum {
            Datum::Flag(flag) => Ok(flag),
            other => Err(ValueError::wrong_type(&<Self as Scalar>::TYPE, &other)),
        }
    }
}

/// A value of any type, as data: what rules compute with, and what readers hand to a struct.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Datum {
    /// No value.
    Null,
    /// Yes or no.
    Flag(bool),
    /// A whole number; a serial number too.
    Whole(i64),
    /// A number with [`DECIMALS`](crate::DECIMALS) decimals, in its smallest unit.
    Scaled(i64),
    /// A year.
    Year(Year),
    /// A quarter.
    YearQuarter(YearQuarter),
    /// A month.
    YearMonth(YearMonth),
    /// A code.
    Code(CodeText),
    /// Several values.
    List(Vec<Self>),
}

impl Datum {
    fn describe(&self) -> &'static str {
        match self {
            Self::Null => "no value",
            Self::Flag(_) => "true or false",
            Self::Whole(_) => "a whole number",
            Self::Scaled(_) => "a number",
            Self::Year(_) => "a year",
            Self::YearQuarter(_) => "a quarter",
            Self::YearMonth(_) => "a month",
            Self::Code(_) => "a code",
            Self::List(_) => "a list",
        }
    }
}

/// Why data is no value of a type. The data itself is not repeated: it may be about a person.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ValueError {
    /// There must be a value.
    #[error("there is no value, and this column always has one")]
    Null,
    /// Data of another type.
    #[error("expected {expected}, found {found}")]
    WrongType {
        /// What the column holds.
        expected: String,
        /// What was found.
        found: &'static str,
    },
    /// A text of another form.
    #[error("not of the form {expected}")]
    Form {
        /// The form, with an example.
        expected: &'static str,
    },
    /// A day that no period of the type starts on.
    #[error("not the first day of a {of} in the years 1000 to 9999")]
    NotFirstDay {
        /// The period: a month or a quarter.
        of: &'static str,
    },
    /// A number outside the bounds of the type.
    #[error("outside the bounds {min} to {max}")]
    OutOfBounds {
        /// The smallest value.
        min: i64,
        /// The largest value.
        max: i64,
    },
    /// More decimals than are kept.
    #[error("more than {kept} decimals")]
    Decimals {
        /// How many are kept.
        kept: u8,
    },
    /// A code that is too long.
    #[error("a code of {found} bytes; codes have at most {most}")]
    CodeTooLong {
        /// Its length in bytes.
        found: usize,
        /// The largest length in bytes.
        most: usize,
    },
    /// An empty text, where the list is closed and has no empty code.
    #[error("an empty text, and the list has no empty code")]
    EmptyCode,
    /// A code that a closed list does not have.
    #[error("no code of the closed list `{list}`; expected one of {codes}")]
    UnknownCode {
        /// The id of the list.
        list: String,
        /// Its codes.
        codes: String,
    },
}

impl ValueError {
    pub(crate) fn unknown_code(list: &describe::CodeList) -> Self {
        Self::UnknownCode {
            list: list.id.to_string(),
            codes: list
                .published_codes()
                .map(|(code, _)| format!("`{code}`"))
                .collect::<Vec<_>>()
                .join(", "),
        }
    }

    pub(crate) fn wrong_type(expected: &ValueType, found: &Datum) -> Self {
        Self::WrongType {
            expected: expected.kind().label().en.into_owned(),
            found: found.describe(),
        }
    }
}

/// What a flag may be compared with in a rule: another flag.
#[derive(Debug)]
pub enum Flag {}

/// What a number may be compared with in a rule: another number.
#[derive(Debug)]
pub enum Number {}

/// What a list holds, in a rule.
#[derive(Debug)]
pub struct Several<K>(std::marker::PhantomData<K>);
