//! The forms in which columns store scalars: all that a columnar format must know about a value type.

use std::fmt;

use super::CodeText;
// Public like [`Stored`], whose bounds name these traits, and they the plan.
#[cfg(feature = "arrow")]
pub use super::column::{BuildColumn, ColumnBuilder, ColumnPlan, ColumnReader, ReadColumn};

/// The forms in which scalars are stored, as types.
pub mod form {
    use std::marker::PhantomData;

    /// A number of the type `N`.
    #[derive(Debug)]
    pub struct Plain<N>(PhantomData<N>);
    /// A number of 64 bits, stored in the type that its bounds and decimals need. That type is part of the description, not
    /// of the value type: it is looked up once for each column.
    #[derive(Debug)]
    pub enum Fitted {}
    /// A bit.
    #[derive(Debug)]
    pub enum Bit {}
    /// A position in a list of codes.
    #[derive(Debug)]
    pub enum Position {}
    /// A code, as text.
    #[derive(Debug)]
    pub enum Text {}
}

/// A form in which values of `S` are stored, so that their columns can be built and read.
///
/// Only this crate implements the trait, for the same forms and values with and without the feature `arrow`. A value type of
/// another crate that compiles without the feature therefore also compiles with it.
#[cfg(feature = "arrow")]
pub trait Stored<S>: sealed::Sealed<S> + BuildColumn<S> + ReadColumn<S> {}

/// A form in which values of `S` are stored; the feature `arrow` adds how their columns are built and read.
///
/// Only this crate implements the trait, for the same forms and values with and without the feature. A value type of another
/// crate that compiles without the feature therefore also compiles with it.
#[cfg(not(feature = "arrow"))]
pub trait Stored<S>: sealed::Sealed<S> {}

pub(super) mod sealed {
    /// The forms and values for which [`Stored`](super::Stored) is implemented.
    pub trait Sealed<S> {}
}

/// A scalar that is stored as a number.
pub trait Plain: Sized {
    /// The number as it is stored.
    type Number: Copy + Default + TryFrom<i64> + fmt::Debug + PartialEq + Send + Sync + 'static;

    /// Returns the number that encodes the value.
    fn number(&self) -> Self::Number;

    /// Returns whether a number encodes a value.
    fn is_number(number: Self::Number) -> bool;

    /// Returns the value that a number encodes. If the number encodes no value, the result is unspecified.
    fn of_number(number: Self::Number) -> Self;
}

/// A scalar that is stored as its position in a list of codes.
pub trait Positioned {
    /// The position.
    fn position(&self) -> u8;
}

/// A scalar that is stored as a code.
pub trait Texted {
    /// The code.
    fn text(&self) -> CodeText;
}

/// A cell that is being read. A column type takes its content by one of the three methods: `T` by `exactly_one`,
/// `Option<T>` by `optional`, `Vec<T>` by `many`.
pub trait Cell<S> {
    /// The one value.
    fn exactly_one(self) -> S;
    /// The value, if there is one.
    fn optional(self) -> Option<S>;
    /// The values.
    fn many(self) -> Vec<S>;
}
