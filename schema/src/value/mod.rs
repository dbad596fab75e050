//! Value types: what one cell of a row can hold.
//!
//! A value that is too precise or ill-formed cannot be written down: there is no type for a name, a free text or a day, and
//! every conversion into a value type checks the value.
//!
//! All value types have the same conversions; [`Scalar`] has the table.
//!
//! # A new value type
//! One file here holds everything that is special about the type; `ValueType` in `beraad_describe` declares its kind and its
//! [`Representation`](crate::describe::Representation). All formats read the representation.

mod error;
mod long_codes;
mod code_text;
mod datum;
mod markers;
#[cfg(feature = "arrow")]
pub(crate) mod column;
pub mod stored;
mod scalar;
mod digits;
mod written_number;
mod flag_forms;
mod expected;
mod deserialize;
mod first_day;
mod day;
mod year_month;
mod year_quarter;
mod year;
mod serial_number;
mod flag;
mod number_type;
mod whole;
mod signed;
mod scaled;
mod quantities;
mod amount;
mod code_list;
mod code_type;
mod code;
mod amount_class;
mod code_enum;

pub use self::amount::{Amount, Currency, currency};
pub use self::amount_class::AmountClass;
pub use self::code::Code;
pub use self::code_enum::{code_datum, nth, parse_position, position};
pub use self::code_list::{CodeList, ListText};
pub use self::code_text::CodeText;
pub use self::datum::Datum;
pub use self::deserialize::deserialize_scalar;
pub(crate) use self::deserialize::{Receiver, ValueSeed, without_value};
#[cfg(feature = "arrow")]
pub(crate) use self::digits::units_of_double;
#[cfg(any(feature = "arrow", feature = "proptest"))]
pub(crate) use self::digits::units_per_whole;
pub use self::error::ValueError;
#[cfg(feature = "csv")]
pub(crate) use self::expected::ExpectedValue;
pub(crate) use self::flag_forms::FLAG_TEXTS;
#[cfg(feature = "csv")]
pub(crate) use self::flag_forms::is_missing_text;
#[cfg(feature = "arrow")]
pub(crate) use self::flag_forms::{flag_of_cell, flag_of_number};
pub use self::markers::{
    Flag, Number, NumberOf, QuantityType, Several, cardinality, form, grain, has_values, no_days,
};
pub use self::quantities::{
    Age, Count, Days, Hours, HoursPerWeek, Minutes, Months, Percentage, Ratio, Weeks, Years,
    quantity,
};
pub use self::scalar::Scalar;
pub use self::scaled::Scaled;
pub use self::serial_number::{Employer, Person, SerialNumber, Subject};
pub use self::signed::Signed;
pub use self::whole::Whole;
#[cfg(any(feature = "csv", feature = "ipc", feature = "parquet"))]
pub(crate) use self::written_number::WrittenNumber;
pub use crate::describe::{Day, ObservationPeriod, Year, YearMonth, YearQuarter};
