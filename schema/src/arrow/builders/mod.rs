//! Builders: rows to columns and record batches.
//!
//! Each way of storing a value has a [`ColumnBuilder`], which knows values and nothing else. What a cell holds (one value,
//! at most one, or a list) is the business of [`batch`], which adds nulls and list offsets.

mod bits;
mod codes;
mod numbers;
mod batch;

use arrow_array::ArrayRef;
use arrow_buffer::NullBuffer;

pub use self::batch::{BatchBuilder, to_batch};
use self::bits::{BitBuilder, WORD_BITS};
use self::codes::{CodeBuilder, PositionBuilder};
use self::numbers::NumberBuilder;
use super::error::ColumnErrorKind;
use super::number::ArrowNumber;
use super::plan::ColumnPlan;
use crate::value::stored::{Plain, Positioned, Texted, form};

/// A way of storing values of `S` for which a column can be built.
pub trait BuildColumn<S> {
    /// The builder.
    type Builder: ColumnBuilder<S>;
}

/// Builds a column from values of `S`.
pub trait ColumnBuilder<S>: Send + 'static {
    /// Creates a builder of an empty column.
    fn new(plan: &ColumnPlan) -> Self;

    /// Reserves room for `additional` values.
    fn reserve(&mut self, additional: usize);

    /// Appends at most [`WORD_BITS`] values. In the place of `None` it appends any value: the nulls that are given to
    /// [`finish`](Self::finish) hide it.
    fn extend<'a>(&mut self, values: impl Iterator<Item = Option<&'a S>>)
    where
        S: 'a;

    /// Returns the values that were appended since the last call, and starts the next column.
    ///
    /// # Errors
    /// If the column cannot hold a value.
    fn finish(&mut self, nulls: Option<NullBuffer>) -> Result<ArrayRef, ColumnErrorKind>;
}

impl<S: Plain> BuildColumn<S> for form::Plain<S::Number>
where
    S::Number: ArrowNumber,
{
    type Builder = NumberBuilder<S::Number>;
}

impl BuildColumn<bool> for form::Bit {
    type Builder = BitBuilder;
}

impl<S: Positioned> BuildColumn<S> for form::Position {
    type Builder = PositionBuilder;
}

impl<S: Texted> BuildColumn<S> for form::Text {
    type Builder = CodeBuilder;
}
