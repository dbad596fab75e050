//! The trait of value types.

use std::fmt;

use serde::Serialize;

use super::stored::Stored;
use super::{Datum, ValueError};
use crate::describe::{self, ValueType};

/// A value type: one value of it is one value of a row.
///
/// The value types of this crate implement it, and so does every enum that derives `CodeList`. A column holds a `Scalar`,
/// an `Option` of one, or a `Vec` of them; see [`Value`](crate::Value).
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a value type",
    label = "a row cannot hold a `{Self}`",
    note = "dates are `YearMonth`, `YearQuarter` or `Year`; persons and employers are `SerialNumber`; texts are `Code<List>` or an enum, where `List` and the enum derive `CodeList`; amounts are `AmountClass<List>`; numbers are `Count`, `Days`, `Weeks`, `Months`, `Hours`, `HoursPerWeek`, `Percentage` or `Ratio`; yes or no is `bool`",
    note = "a value that may be absent is an `Option` of one of these, several values are a `Vec` of them"
)]
pub trait Scalar:
    Sized + Clone + fmt::Debug + PartialEq + Serialize + Send + Sync + 'static
{
    /// The description of the type.
    const TYPE: ValueType;
    /// The kind of the values in a rule: values of one kind can be compared.
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
    /// [`ValueError`] if the data is of another type, is out of bounds, or is a code that a closed list does not have.
    fn from_datum(datum: Datum) -> Result<Self, ValueError>;
}
