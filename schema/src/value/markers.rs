//! Facts about value types, as types: the compiler compares them with what the decision says (see `bounds`).

use std::marker::PhantomData;

use crate::describe::Quantity;

/// The precision of the dates of a value type.
pub mod grain {
    /// Day.
    #[derive(Debug)]
    pub enum Day {}
    /// Month and year.
    #[derive(Debug)]
    pub enum Month {}
    /// Quarter and year.
    #[derive(Debug)]
    pub enum Quarter {}
    /// Year.
    #[derive(Debug)]
    pub enum Year {}
    /// Not a date.
    #[derive(Debug)]
    pub enum Undated {}
}

/// The form of a value, as far as the decision distinguishes it.
pub mod form {
    use std::marker::PhantomData;

    /// A day, a month, a quarter or a year.
    #[derive(Debug)]
    pub enum Calendar {}
    /// A serial number of the subject `S`.
    #[derive(Debug)]
    pub struct Serial<S>(PhantomData<S>);
    /// A code or a class of amounts.
    #[derive(Debug)]
    pub enum Classed {}
    /// A flag or a number.
    #[derive(Debug)]
    pub enum Plain {}
}

/// The number of values that one cell of a column holds.
pub mod cardinality {
    /// Always one.
    #[derive(Debug)]
    pub enum ExactlyOne {}
    /// One or none: an `Option`.
    #[derive(Debug)]
    pub enum Optional {}
    /// Any number: a `Vec`.
    #[derive(Debug)]
    pub enum Many {}
}

/// The kind of flags in a rule, as a type: a flag can be compared with flags only.
#[derive(Debug)]
pub enum Flag {}

/// The kind of numbers in a rule, as a type: a number can be compared with numbers only.
#[derive(Debug)]
pub enum Number {}

/// The kind of lists in a rule, as a type; their items are of kind `K`.
#[derive(Debug)]
pub struct Several<K>(PhantomData<K>);

/// A quantity as a type, so that a number of days cannot be confused with a number of weeks.
pub trait QuantityType: 'static {
    /// The quantity as data.
    const QUANTITY: Quantity;
}

/// Fails to compile with `error` as the message, if there is one. The derive passes the error in the bounds of a
/// number type, such as `Count<5, 2>`, which no number meets.
///
/// # Panics
/// If there is an error.
#[track_caller]
pub const fn has_values(error: Option<&'static str>) {
    if let Some(message) = error {
        panic!("{}", message)
    }
}

/// Fails to compile with `message` if the values of a type are days. The derive writes the message, which names the line of the
/// decision.
///
/// # Panics
/// If the values are days.
#[track_caller]
pub const fn no_days(is_day: bool, message: &'static str) {
    assert!(!is_day, "{}", message);
}
