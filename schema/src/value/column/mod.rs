//! The interface between value types and columnar formats.
//!
//! A value type names the form in which it is stored, and each form has one builder and one reader of columns, which the
//! compiler finds by the type. The bounds of [`Stored`](super::stored::Stored) therefore name the traits of builders and
//! readers, and their implementations in [`arrow`](crate::arrow) name the value types. This module contains what both sides
//! need, and imports from neither.

mod error;
mod plan;

use arrow_array::ArrayRef;
use arrow_buffer::NullBuffer;

pub use self::error::ColumnErrorKind;
pub(crate) use self::plan::ClosedList;
pub use self::plan::ColumnPlan;

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

    /// Appends at most `WORD_BITS` values. In the place of `None` it appends any value: the nulls that are given to
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

/// A way of storing values of `S` from which a column can be read.
pub trait ReadColumn<S> {
    /// The reader.
    type Reader: ColumnReader<S>;
}

/// Reads the values of one column. Its constructor [`try_new`](Self::try_new) rejects an array with an invalid value, so that
/// [`value`](Self::value) cannot fail afterwards, except where the array has a null.
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

/// The number of bits in a word. Columns grow by at most so many values at once, so that their flags and nulls fit in one
/// register until they are appended.
pub(crate) const WORD_BITS: usize = 64;
