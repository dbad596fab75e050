//! Readers: columns and record batches to rows.
//!
//! Each way of storing a value has a [`ColumnReader`], which knows values and nothing else: it reads what this library writes
//! itself in a fast way, and leaves every other form to [`columns`](super::columns). What a cell holds (one value, at most one,
//! or a list) is the business of [`rows`], which reads nulls and list offsets.
//!
//! [`ColumnReader`]: crate::value::column::ColumnReader

mod bits;
mod numbers;
mod codes;
mod rows;

use arrow_buffer::BooleanBuffer;

use self::codes::CodeReader;
use self::numbers::{FittedReader, NumberReader};
pub use self::rows::{RowReader, from_batch};
use super::number::ArrowNumber;
use crate::value::Scalar;
use crate::value::column::ReadColumn;
use crate::value::stored::{Plain, Positioned, Texted, form};

impl<S: Scalar + Plain> ReadColumn<S> for form::Plain<S::Number>
where
    S::Number: ArrowNumber,
{
    type Reader = NumberReader<S::Number>;
}

impl<S: Scalar + Plain<Number = i64>> ReadColumn<S> for form::Fitted {
    type Reader = FittedReader;
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
