//! Builders: rows to columns and record batches.
//!
//! Each way of storing a value has a [`ColumnBuilder`], which knows values and nothing else. What a cell holds (one value,
//! at most one, or a list) is the business of [`batch`], which adds nulls and list offsets.
//!
//! [`ColumnBuilder`]: crate::value::column::ColumnBuilder

mod bits;
mod codes;
mod numbers;
mod batch;

pub use self::batch::{BatchBuilder, to_batch};
use self::bits::BitBuilder;
use self::codes::{CodeBuilder, PositionBuilder};
use self::numbers::{FittedBuilder, NumberBuilder};
use super::number::ArrowNumber;
use crate::value::column::BuildColumn;
use crate::value::stored::{Plain, Positioned, Texted, form};

impl<S: Plain> BuildColumn<S> for form::Plain<S::Number>
where
    S::Number: ArrowNumber,
{
    type Builder = NumberBuilder<S::Number>;
}

impl<S: Plain<Number = i64>> BuildColumn<S> for form::Fitted {
    type Builder = FittedBuilder;
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
