//! Facts about value types, as types: the compiler compares them with what the decision says (see `bounds`).

use std::marker::PhantomData;

use crate::describe::NumberQuantity;

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
    /// An exact amount of money.
    #[derive(Debug)]
    pub enum ExactAmount {}
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

/// The kind of numbers without a quantity in a rule, as a type: constants, and lengths of lists. They can be compared with
/// every number.
#[derive(Debug)]
pub enum Number {}

/// The kind of the numbers of a column in a rule, as a type. `Q` is their quantity or currency: a rule compares numbers of one
/// quantity or currency only.
#[derive(Debug)]
pub struct NumberOf<Q>(PhantomData<fn() -> Q>);

/// The kind of lists in a rule, as a type; their items are of kind `K`.
#[derive(Debug)]
pub struct Several<K>(PhantomData<K>);

/// A quantity as a type, so that a number of days cannot be confused with a number of weeks.
///
/// The module [`quantity`](crate::quantity) has those that every model has. A model can declare its own:
///
/// ```
/// use beraad_schema::describe::NumberQuantity;
/// use beraad_schema::{QuantityType, Ratio, Scaled, Whole, own_quantity};
///
/// /// Kilometres.
/// #[derive(Debug)]
/// pub enum Kilometres {}
///
/// impl QuantityType for Kilometres {
///     const QUANTITY: NumberQuantity = own_quantity! {
///         id: "kilometres",
///         nl: "aantal kilometer",
///         en: "number of kilometres",
///     };
/// }
///
/// type Distance = Whole<Kilometres, 0, 1_000>; // in whole kilometres
/// type ExactDistance = Scaled<Kilometres, 0, 1_000, 3>; // in metres
/// assert_eq!(Distance::new(12).get(), 12);
/// assert_eq!("12.345".parse::<ExactDistance>()?.units(), 12_345);
/// # Ok::<(), beraad_schema::ValueError>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a quantity",
    label = "not a quantity",
    note = "the quantities that every model has are in `beraad_schema::quantity`; implement `QuantityType` for a type of your own, with `own_quantity!`"
)]
pub trait QuantityType: 'static {
    /// The quantity as data. [`own_quantity!`](crate::own_quantity) writes one that a model declares.
    const QUANTITY: NumberQuantity;
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
