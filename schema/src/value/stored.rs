//! The forms in which columns store scalars: all that a columnar format must know about a value type.

use std::fmt;

use super::{CodeText, Scalar};

/// The four ways in which a scalar is stored, as types. A format that keeps columns implements [`Stored`] for each.
pub mod form {
    use std::marker::PhantomData;

    /// A number of the type `N`.
    #[derive(Debug)]
    pub struct Plain<N>(PhantomData<N>);
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

/// A way in which values of `S` are stored.
#[cfg(feature = "arrow")]
pub trait Stored<S>:
    crate::arrow::builders::BuildColumn<S> + crate::arrow::readers::ReadColumn<S>
{
}
#[cfg(feature = "arrow")]
impl<F, S> Stored<S> for F where
    F: crate::arrow::builders::BuildColumn<S> + crate::arrow::readers::ReadColumn<S>
{
}

/// A way in which values of `S` are stored.
#[cfg(not(feature = "arrow"))]
pub trait Stored<S> {}
#[cfg(not(feature = "arrow"))]
impl<F, S> Stored<S> for F {}

/// A scalar that is stored as a number.
pub trait Plain: Scalar {
    /// The number as it is stored.
    type Number: Copy + Default + fmt::Debug + PartialEq + Send + Sync + 'static;

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

/// Who makes a cell of a column, by how many values it holds.
pub trait Cell<S> {
    /// The one value.
    fn exactly_one(self) -> S;
    /// The value, if there is one.
    fn optional(self) -> Option<S>;
    /// The values.
    fn many(self) -> Vec<S>;
}
