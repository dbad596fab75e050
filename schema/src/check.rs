//! What the decision asks of a field's type, as bounds that the compiler checks at the field.
//!
//! `#[derive(Block)]` reads the decision, and asserts here what it found.

use crate::value::{
    AmountClass, Code, Codes, Employer, Person, Scaled, SerialNumber, Unit, Value, Whole, Year,
    YearMonth, YearQuarter,
};

/// The precision of dates, as types.
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

/// A type whose dates, if it holds any, are no finer than `G`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is finer than the decision allows: dates under this phrase are delivered `{G}`",
    label = "finer than `{G}`",
    note = "a coarser type is allowed: `YearQuarter` or `Year`",
    note = "if the phrase itself names a month, say so in deliberation.toml: `precision = \"month\"`"
)]
pub trait NoFinerThan<G> {}

/// A type that holds serial numbers, and so no identification number.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no serial number, and this phrase of the decision names an identification number",
    label = "expected `SerialNumber<Person>` or `SerialNumber<Employer>`"
)]
pub trait IsSerialNumber {}

/// A type whose values are classes.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is finer than the decision allows: this phrase is delivered in classes",
    label = "expected `AmountClass<List>` or `Code<List>`"
)]
pub trait InClasses {}

/// The type of a column of the role `R`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not the type of a column with the role `{R}`",
    label = "not the type of this role",
    note = "`person` and `reference_person` are `SerialNumber<Person>`, `employer` is `SerialNumber<Employer>`, `observation_period` is `YearMonth`, `YearQuarter` or `Year`"
)]
pub trait HasRole<R> {}

/// A type that is compared by its order in a rule.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no order",
    label = "cannot be compared with `<`, `<=`, `>` or `>=`",
    note = "months, quarters, years and numbers have an order; codes, flags and serial numbers have none"
)]
pub trait Ordered {}

impl<G> NoFinerThan<G> for bool {}
impl<G, L: Codes> NoFinerThan<G> for Code<L> {}
impl<G, L: Codes> NoFinerThan<G> for AmountClass<L> {}
impl<G, S> NoFinerThan<G> for SerialNumber<S> {}
impl<G, U: Unit, const MIN: i64, const MAX: i64> NoFinerThan<G> for Whole<U, MIN, MAX> {}
impl<G, U: Unit, const MIN: i64, const MAX: i64> NoFinerThan<G> for Scaled<U, MIN, MAX> {}
impl NoFinerThan<by::Month> for YearMonth {}
impl NoFinerThan<by::Month> for YearQuarter {}
impl NoFinerThan<by::Quarter> for YearQuarter {}
impl<G> NoFinerThan<G> for Year {}
impl<G, T: NoFinerThan<G>> NoFinerThan<G> for Option<T> {}
impl<G, T: NoFinerThan<G>> NoFinerThan<G> for Vec<T> {}

impl<S> IsSerialNumber for SerialNumber<S> {}
impl<T: IsSerialNumber> IsSerialNumber for Option<T> {}
impl<T: IsSerialNumber> IsSerialNumber for Vec<T> {}

impl<L: Codes> InClasses for Code<L> {}
impl<L: Codes> InClasses for AmountClass<L> {}
impl<T: InClasses> InClasses for Option<T> {}
impl<T: InClasses> InClasses for Vec<T> {}

impl HasRole<role::Person> for SerialNumber<Person> {}
impl HasRole<role::ReferencePerson> for SerialNumber<Person> {}
impl HasRole<role::Employer> for SerialNumber<Employer> {}
impl HasRole<role::ObservationPeriod> for YearMonth {}
impl HasRole<role::ObservationPeriod> for YearQuarter {}
impl HasRole<role::ObservationPeriod> for Year {}

impl Ordered for YearMonth {}
impl Ordered for YearQuarter {}
impl Ordered for Year {}
impl Ordered for crate::value::Number {}

/// Asserts that a column holds values of a value type.
pub const fn is_value<T: Value>() {}
/// Asserts that a date is no finer than `G`.
pub const fn no_finer_than<T: NoFinerThan<G>, G>() {}
/// Asserts that a column holds serial numbers.
pub const fn is_serial_number<T: IsSerialNumber>() {}
/// Asserts that a column holds classes.
pub const fn in_classes<T: InClasses>() {}
/// Asserts that a column has the type of its role.
pub const fn has_role<T: HasRole<R>, R>() {}
