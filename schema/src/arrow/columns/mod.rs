//! The values of columns, read by the value type of their variable, whatever Arrow type stores them.
//!
//! There is one module for each way to represent a value. Each reads a whole column, checks every value that is not null, and
//! returns all invalid ones as one error with the first row and their number. The types of rows are unknown here: a reader of
//! rows and a check of a delivery use the same functions. What this library writes itself has a faster way, see
//! [`readers`](super::readers).
//!
//! Only lossless forms are accepted; the page `docs/accepted-forms.md` of the repository lists them for every format.

// From the bottom up: a module imports only from those before it.
mod advice;
mod each;
mod nulls;
mod dictionaries;
mod texts;
mod dates;
mod exact_numbers;
mod whole_numbers;
mod decimals;
mod flags;
mod codes;
mod lists;
mod pandas;
mod kinds;

use arrow_array::ArrayRef;
use arrow_buffer::NullBuffer;

pub(super) use self::advice::{wrong_item, wrong_type};
pub(super) use self::codes::{dictionary_texts, read_codes};
pub(super) use self::dictionaries::unpacked;
pub(super) use self::flags::read_flags;
pub(super) use self::kinds::validate_kind;
pub(super) use self::lists::{ListBounds, split_lists};
pub(super) use self::nulls::{Nulls, nulls_of};
pub(super) use self::pandas::{PandasFrame, dates_of_periods};
use crate::describe::Representation;
use crate::value::column::{ColumnErrorKind, ColumnPlan};

/// Reads a column of numbers or dates as the numbers that encode them: a whole number itself, a number with decimals in its
/// smallest unit, a date as the days from 1 January 1970 to the first day of its period. Where the column has a null, the
/// number is 0.
///
/// # Errors
/// If the type is not accepted, or a number is not a value of the column.
pub(super) fn read_numbers(
    array: &ArrayRef,
    nulls: Option<&NullBuffer>,
    plan: &ColumnPlan,
) -> Result<Vec<i64>, ColumnErrorKind> {
    match plan.value_type.item().representation() {
        Representation::Period(grain) => dates::read_dates(array, nulls, grain),
        Representation::Whole { min, max, .. } => {
            whole_numbers::read_whole_numbers(array, nulls, min..=max)
        }
        Representation::Decimal { min, max, decimals } => {
            decimals::read_decimals(array, nulls, min..=max, decimals)
        }
        Representation::Flag | Representation::Code { .. } | Representation::List { .. } => None,
    }
    .unwrap_or_else(|| Err(wrong_type(array.data_type(), plan)))
}
