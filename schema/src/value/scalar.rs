//! The trait of value types.

use std::fmt;

use serde::Serialize;

use super::stored::sealed::Sealed;
use super::stored::{Plain, Positioned, Stored, Texted, form};
use super::{Datum, ValueError};
use crate::describe::{self, ValueType};

/// A value type: one value of it is one value of a row.
///
/// The value types of this crate implement it, and so does every enum that derives `CodeList`. A column holds a `Scalar`,
/// an `Option` of one, or a `Vec` of them; see [`Value`](crate::Value).
///
/// # Conversions
/// All value types have the same conversions. `new` is a constant function that panics, for constants and tests; the others
/// return an error, and none of them rounds, truncates or guesses.
///
/// | type | `new` and `try_new` take | `TryFrom`, for data | text (`FromStr`, `Display`) | back |
/// | --- | --- | --- | --- | --- |
/// | [`YearMonth`](crate::YearMonth) | year, month | `(i32, u32)` | `2016-03` | `year()`, `month()` |
/// | [`YearQuarter`](crate::YearQuarter) | year, quarter | `(i32, u32)` | `2016-Q1` | `year()`, `quarter()` |
/// | [`Year`](crate::Year) | `i16` | `i64` | `2016` | `get()` |
/// | [`SerialNumber`](crate::SerialNumber) | `u32` | `i64` | `1047` | `get()` |
/// | [`Count`](crate::Count), [`Days`](crate::Days), [`Weeks`](crate::Weeks), [`Months`](crate::Months), [`Years`](crate::Years), [`Age`](crate::Age), [`Minutes`](crate::Minutes) | `u32` | `i64` | `12` | `get()` |
/// | [`Signed`](crate::Signed) | `i32` | `i64` | `-12` | `get()` |
/// | [`Percentage`](crate::Percentage), [`Ratio`](crate::Ratio), [`Hours`](crate::Hours), [`HoursPerWeek`](crate::HoursPerWeek) | `f64` (`try_new` only) | `f64` | `50.25` | `get()` |
/// | [`Amount`](crate::Amount) | `i64`, in cents (or the smallest unit of the currency) | `f64`, in whole units | `12.50` | `minor_units()`, `get()` |
/// | [`Code`](crate::Code), [`AmountClass`](crate::AmountClass) | `&str`, of the form of a code | `&str`, looked up in the list | `01`, looked up in the list | `as_str()` |
/// | an enum that derives `CodeList` | (its variants) | `&str`, looked up in the list | `01`, looked up in the list | `as_str()` |
/// | `bool` | | | | |
///
/// Every type also has serde: a number for a number, `true` or `false`, and otherwise the text.
///
/// The trait is sealed: its hidden items name how a column stores the values, for which no other crate can add a form.
///
/// ```
/// use beraad_schema::{Scalar, YearMonth};
///
/// /// Returns the kind of the values in words.
/// fn name_of<S: Scalar>() -> &'static str {
///     S::TYPE.kind().name()
/// }
///
/// assert_eq!(name_of::<YearMonth>(), "month and year");
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a value type",
    label = "a row cannot hold a `{Self}`",
    note = "dates are `Day`, `YearMonth`, `YearQuarter` or `Year`; persons, employers and other units are `SerialNumber`; texts are `Code<List>` or an enum, where `List` and the enum derive `CodeList`; amounts are `AmountClass<List>`, or `Amount<Currency>` where the register has `amounts = \"exact\"`; numbers are `Count`, `Days`, `Weeks`, `Months`, `Years`, `Age`, `Minutes`, `Hours`, `HoursPerWeek`, `Percentage`, `Ratio`, or `Whole`, `Signed` and `Scaled` of a quantity; yes or no is `bool`",
    note = "a value that may be absent is an `Option` of one of these, several values are a `Vec` of them"
)]
pub trait Scalar:
    Sized + Clone + fmt::Debug + PartialEq + Serialize + Send + Sync + 'static
{
    /// The description of the type.
    const TYPE: ValueType;
    /// The kind of the values in a rule, as a type: a rule can compare values of one kind only.
    type Kind;
    /// The precision of a date, as a type of the module `grain`.
    #[doc(hidden)]
    type Grain;
    /// The form of the values, as a type of the module `form`.
    #[doc(hidden)]
    type Form;
    /// The form in which columns store the values, as a type of [`stored::form`](super::stored::form).
    #[doc(hidden)]
    type Stored: Stored<Self>;
    /// The error in the parameters of the type, if it can have no value; the compiler reports it at the fields of this type.
    #[doc(hidden)]
    const __ERROR: Option<&'static str> = None;
    /// True if the values are days, which most decisions do not allow.
    #[doc(hidden)]
    const __IS_DAY: bool = false;
    /// The subject of the values, if they are serial numbers.
    #[doc(hidden)]
    const __SUBJECT: Option<&'static describe::Subject> = None;

    /// The code list of the values; `None` if they are not codes.
    #[must_use]
    fn code_list() -> Option<&'static describe::CodeList> {
        None
    }

    /// Converts the value into data.
    fn datum(&self) -> Datum;

    /// Converts data into the value.
    ///
    /// # Errors
    /// [`ValueError`] if the data is null or of another type, is out of bounds, or is a code that a closed list does not have.
    fn from_datum(datum: Datum) -> Result<Self, ValueError>;
}

/// Implements [`Stored`] for the forms, each for all scalars that have the trait of the form.
macro_rules! stored {
    ($($form:ty: $trait:path;)*) => {
        $(
            impl<S: Scalar + $trait> Sealed<S> for $form {}
            impl<S: Scalar + $trait> Stored<S> for $form {}
        )*
    };
}

stored! {
    form::Plain<i16>: Plain<Number = i16>;
    form::Plain<u32>: Plain<Number = u32>;
    form::Plain<i32>: Plain<Number = i32>;
    form::Plain<i64>: Plain<Number = i64>;
    form::Fitted: Plain<Number = i64>;
    form::Position: Positioned;
    form::Text: Texted;
}

// A bit has no trait: it stores `bool` only.
impl Sealed<bool> for form::Bit {}
impl Stored<bool> for form::Bit {}
