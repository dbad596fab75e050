//! Readers: columns and record batches to rows.
//!
//! Each way of storing a value has a [`ColumnReader`], which knows values and nothing else. What a cell holds (one value, at
//! most one, or a list) is the business of [`rows`], which reads nulls and list offsets.

mod foreign;
mod bits;
mod numbers;
mod codes;
mod rows;

use arrow_array::ArrayRef;
use arrow_buffer::{BooleanBuffer, NullBuffer};

use self::codes::CodeReader;
#[cfg(feature = "ipc")]
pub(super) use self::foreign::wrong_type;
use self::numbers::NumberReader;
pub use self::rows::{RowReader, from_batch};
use super::error::ColumnErrorKind;
use super::number::ArrowNumber;
use super::plan::ColumnPlan;
use crate::value::Scalar;
use crate::value::stored::{Plain, Positioned, Texted, form};

/// A way of storing values of `S` from which a column can be read.
pub trait ReadColumn<S> {
    /// The reader.
    type Reader: ColumnReader<S>;
}

/// Reads the values of a column. All of them were found to be values of `S`.
pub trait ColumnReader<S>: Sized + Send + 'static {
    /// Creates a reader of a column without values.
    fn empty() -> Self;

    /// Creates a reader of an array, and validates every value that is not null.
    ///
    /// # Errors
    /// If the array has another type, or a value that is not valid.
    fn try_new(
        array: &ArrayRef,
        nulls: Option<&NullBuffer>,
        plan: &ColumnPlan,
    ) -> Result<Self, ColumnErrorKind>;

    /// Returns the value at `index`. Where the array has a null, it may return any value, or panic.
    fn value(&self, index: usize) -> S;

    /// Returns the value at `index`, if it is present.
    #[inline]
    fn value_if(&self, is_present: bool, index: usize) -> Option<S> {
        is_present.then(|| self.value(index))
    }
}

impl<S: Plain> ReadColumn<S> for form::Plain<S::Number>
where
    S::Number: ArrowNumber,
{
    type Reader = NumberReader<S::Number>;
}

impl ReadColumn<bool> for form::Bit {
    type Reader = BooleanBuffer;
}

impl<S: Scalar + Positioned> ReadColumn<S> for form::Position {
    type Reader = CodeReader<S>;
}

impl<S: Scalar + Texted> ReadColumn<S> for form::Text {
    type Reader = CodeReader<S>;
}
