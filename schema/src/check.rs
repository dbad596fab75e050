//! What the decision asks of a field's type, as bounds that the compiler checks at the field.
//!
//! `#[derive(Block)]` reads the decision, and asserts here what it found. The bounds are on the grain and the form of a
//! value type, so that a field whose type is no value type at all gets one message and not three.

use crate::value::{Codes, Number, Value, Year, YearMonth, YearQuarter};

/// How precisely dates are delivered, as types.
pub mod by {
    /// Dates by month and year.
    #[derive(Debug)]
    pub enum Month {}
    /// Dates by quarter and year.
    #[derive(Debug)]
    pub enum Quarter {}
    /// Dates by year.
    #[derive(Debug)]
    pub enum Year {}
    /// No date.
    #[derive(Debug)]
    pub enum NoDate {}
}

/// What sort of value a type holds, as types.
pub mod form {
    use std::marker::PhantomData;

    /// A month, a quarter or a year.
    #[derive(Debug)]
    pub enum Calendar {}
    /// A serial number of a subject.
    #[derive(Debug)]
    pub struct Serial<S>(PhantomData<S>);
    /// A class or a code.
    #[derive(Debug)]
    pub enum Classed {}
    /// A flag or a number.
    #[derive(Debug)]
    pub enum Plain {}
}

/// The roles of columns that are no variables, as types.
pub mod role {
    /// The person that the row is about.
    #[derive(Debug)]
    pub enum Person {}
    /// The employer that the row is about.
    #[derive(Debug)]
    pub enum Employer {}
    /// The reference person of the household.
    #[derive(Debug)]
    pub enum ReferencePerson {}
    /// The observation period of the row.
    #[derive(Debug)]
    pub enum ObservationPeriod {}
}

/// A grain that a delivery by `G` allows.
#[diagnostic::on_unimplemented(
    message = "this type is finer than the decision allows: dates under this phrase are delivered {G}",
    label = "too fine",
    note = "`YearMonth` is finer than `YearQuarter`, and that finer than `Year`",
    note = "only a phrase that itself names a month or a year has a `precision` of its own in deliberation.toml"
)]
pub trait AllowedBy<G> {}

impl<G> AllowedBy<G> for by::NoDate {}
impl<G> AllowedBy<G> for by::Year {}
impl AllowedBy<by::Month> for by::Quarter {}
impl AllowedBy<by::Quarter> for by::Quarter {}
impl AllowedBy<by::Month> for by::Month {}

/// The form of serial numbers.
#[diagnostic::on_unimplemented(
    message = "this phrase of the decision names an identification number, which is delivered as a serial number",
    label = "expected `SerialNumber<Person>` or `SerialNumber<Employer>`"
)]
pub trait IsSerial {}

impl<S> IsSerial for form::Serial<S> {}

/// The form of classes.
#[diagnostic::on_unimplemented(
    message = "this phrase of the decision is delivered in classes",
    label = "expected `AmountClass<List>`, `Code<List>` or an enum that derives `CodeList`"
)]
pub trait InClasses {}

impl InClasses for form::Classed {}

/// The form of columns of the role `R`.
#[diagnostic::on_unimplemented(
    message = "this is not the type of a column of this role",
    label = "not the type of this role",
    note = "`person` and `reference_person` are `SerialNumber<Person>`, `employer` is `SerialNumber<Employer>`, `observation_period` is `YearMonth`, `YearQuarter` or `Year`"
)]
pub trait FormOf<R> {}

impl FormOf<role::Person> for form::Serial<crate::Person> {}
impl FormOf<role::ReferencePerson> for form::Serial<crate::Person> {}
impl FormOf<role::Employer> for form::Serial<crate::Employer> {}
impl FormOf<role::ObservationPeriod> for form::Calendar {}

/// A type that may hold no value.
#[diagnostic::on_unimplemented(
    message = "`null(..)` says what it means that there is no value, and `{Self}` always has one",
    label = "always has a value",
    note = "make it an `Option`, or take `null(..)` away"
)]
pub trait MayBeEmpty {}

impl<T> MayBeEmpty for Option<T> {}
impl<T> MayBeEmpty for Vec<T> {}

/// A type that is compared by its order in a rule.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no order",
    label = "cannot be compared with `<`, `<=`, `>` or `>=`",
    note = "months, quarters, years and numbers have an order; codes, flags and serial numbers have none"
)]
pub trait Ordered {}

impl Ordered for YearMonth {}
impl Ordered for YearQuarter {}
impl Ordered for Year {}
impl Ordered for Number {}

/// Asserts that a date is no finer than `G`.
pub const fn no_finer_than<T: Value, G>()
where
    T::Grain: AllowedBy<G>,
{
}

/// Asserts that a column holds serial numbers.
pub const fn is_serial_number<T: Value>()
where
    T::Form: IsSerial,
{
}

/// Asserts that a column holds classes.
pub const fn in_classes<T: Value>()
where
    T::Form: InClasses,
{
}

/// Asserts that a column has the type of its role.
pub const fn has_role<T: Value, R>()
where
    T::Form: FormOf<R>,
{
}

/// Asserts that a column may hold no value.
pub const fn may_be_empty<T: MayBeEmpty>() {}

/// Asserts that a type is a code list.
pub const fn is_code_list<L: Codes>() {}
