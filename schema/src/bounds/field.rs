//! Requirements of the decision for the type of a field.
//!
//! `#[derive(Block)]` reads the decision, and for each demand names the constant `HOLDS` of a trait here. Three choices keep
//! the messages short:
//! - The bounds are on the grain, the form and the cardinality of a value type (`Value::Grain` and so on), so that a field
//!   whose type is not a value type gets one message instead of three.
//! - They are constants of traits instead of bounds of functions, so that a message shows the field and no code of this file.
//! - No implementation is recommended: the compiler would list them all, and the notes say the same in fewer words.

use crate::value::{Employer, Person, cardinality, form, grain};

/// The roles of columns that are not variables, as types.
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

/// A grain that is allowed where dates are delivered by month. `LINE` is that of the phrase in the register.
#[diagnostic::on_unimplemented(
    message = "this date is finer than the decision allows",
    label = "dates under this phrase are delivered by month: expected `YearMonth`, `YearQuarter` or `Year`",
    note = "line {LINE} of deliberation.toml would have to allow it: only a phrase that itself names a finer date has a `precision` of its own"
)]
pub trait ByMonth<const LINE: u32> {
    /// Named where the bound must hold.
    const HOLDS: () = ();
}

#[diagnostic::do_not_recommend]
impl<const LINE: u32> ByMonth<LINE> for grain::Undated {}
#[diagnostic::do_not_recommend]
impl<const LINE: u32> ByMonth<LINE> for grain::Year {}
#[diagnostic::do_not_recommend]
impl<const LINE: u32> ByMonth<LINE> for grain::Quarter {}
#[diagnostic::do_not_recommend]
impl<const LINE: u32> ByMonth<LINE> for grain::Month {}

/// A grain that is allowed where dates are delivered by quarter. `LINE` is that of the phrase in the register.
#[diagnostic::on_unimplemented(
    message = "this date is finer than the decision allows",
    label = "dates under this phrase are delivered by quarter: expected `YearQuarter` or `Year`",
    note = "line {LINE} of deliberation.toml would have to allow it: only a phrase that itself names a finer date has a `precision` of its own"
)]
pub trait ByQuarter<const LINE: u32> {
    /// Named where the bound must hold.
    const HOLDS: () = ();
}

#[diagnostic::do_not_recommend]
impl<const LINE: u32> ByQuarter<LINE> for grain::Undated {}
#[diagnostic::do_not_recommend]
impl<const LINE: u32> ByQuarter<LINE> for grain::Year {}
#[diagnostic::do_not_recommend]
impl<const LINE: u32> ByQuarter<LINE> for grain::Quarter {}

/// A grain that is allowed where dates are delivered by year. `LINE` is that of the phrase in the register.
#[diagnostic::on_unimplemented(
    message = "this date is finer than the decision allows",
    label = "dates under this phrase are delivered by year: expected `Year`",
    note = "line {LINE} of deliberation.toml would have to allow it: only a phrase that itself names a finer date has a `precision` of its own"
)]
pub trait ByYear<const LINE: u32> {
    /// Named where the bound must hold.
    const HOLDS: () = ();
}

#[diagnostic::do_not_recommend]
impl<const LINE: u32> ByYear<LINE> for grain::Undated {}
#[diagnostic::do_not_recommend]
impl<const LINE: u32> ByYear<LINE> for grain::Year {}

/// The form of serial numbers.
#[diagnostic::on_unimplemented(
    message = "this phrase of the decision names an identification number, which is delivered as a serial number",
    label = "expected `SerialNumber<Person>` or `SerialNumber<Employer>`"
)]
pub trait IsSerial {
    /// Named where the bound must hold.
    const HOLDS: () = ();
}

#[diagnostic::do_not_recommend]
impl<S> IsSerial for form::Serial<S> {}

/// The form of classes.
#[diagnostic::on_unimplemented(
    message = "this phrase of the decision is delivered in classes",
    label = "expected `AmountClass<List>`, `Code<List>` or an enum that derives `CodeList`"
)]
pub trait InClasses {
    /// Named where the bound must hold.
    const HOLDS: () = ();
}

#[diagnostic::do_not_recommend]
impl InClasses for form::Classed {}

/// A form that is allowed where amounts of money are not delivered exactly. `LINE` is that of the phrase in the register.
#[diagnostic::on_unimplemented(
    message = "this exact amount is finer than the decision allows",
    label = "amounts under this phrase are not delivered exactly: expected `AmountClass<List>`",
    note = "line {LINE} of deliberation.toml would have to allow it, or its heading or paragraph: `amounts = \"exact\"`"
)]
pub trait NoExactAmount<const LINE: u32> {
    /// Named where the bound must hold.
    const HOLDS: () = ();
}

#[diagnostic::do_not_recommend]
impl<const LINE: u32> NoExactAmount<LINE> for form::Calendar {}
#[diagnostic::do_not_recommend]
impl<const LINE: u32, S> NoExactAmount<LINE> for form::Serial<S> {}
#[diagnostic::do_not_recommend]
impl<const LINE: u32> NoExactAmount<LINE> for form::Classed {}
#[diagnostic::do_not_recommend]
impl<const LINE: u32> NoExactAmount<LINE> for form::Plain {}

/// The form of columns with the role `R`.
#[diagnostic::on_unimplemented(
    message = "wrong type for a column with this role",
    label = "not the type of this role",
    note = "`person` and `reference_person` are `SerialNumber<Person>`, `employer` is `SerialNumber<Employer>`, `observation_period` is `Day`, `YearMonth`, `YearQuarter` or `Year`"
)]
pub trait FormOf<R> {
    /// Named where the bound must hold.
    const HOLDS: () = ();
}

#[diagnostic::do_not_recommend]
impl FormOf<role::Person> for form::Serial<Person> {}
#[diagnostic::do_not_recommend]
impl FormOf<role::ReferencePerson> for form::Serial<Person> {}
#[diagnostic::do_not_recommend]
impl FormOf<role::Employer> for form::Serial<Employer> {}
#[diagnostic::do_not_recommend]
impl FormOf<role::ObservationPeriod> for form::Calendar {}

/// The form of variables with another measurement level than `identifier`.
#[diagnostic::on_unimplemented(
    message = "a serial number needs `measurement = identifier`: its values only distinguish subjects",
    label = "a serial number",
    note = "write `measurement = identifier`"
)]
pub trait NoIdentifier {
    /// Named where the bound must hold.
    const HOLDS: () = ();
}

#[diagnostic::do_not_recommend]
impl NoIdentifier for form::Calendar {}
#[diagnostic::do_not_recommend]
impl NoIdentifier for form::Classed {}
#[diagnostic::do_not_recommend]
impl NoIdentifier for form::ExactAmount {}
#[diagnostic::do_not_recommend]
impl NoIdentifier for form::Plain {}

/// A type whose cells can be without a value.
#[diagnostic::on_unimplemented(
    message = "`null(..)` explains a missing value, but `{Self}` always has a value",
    label = "always has a value",
    note = "make the type an `Option`, or remove `null(..)`"
)]
pub trait MayBeEmpty {
    /// Named where the bound must hold.
    const HOLDS: () = ();
}

#[diagnostic::do_not_recommend]
impl<T> MayBeEmpty for Option<T> {}
#[diagnostic::do_not_recommend]
impl<T> MayBeEmpty for Vec<T> {}

/// The cardinality of columns in the key of a block.
#[diagnostic::on_unimplemented(
    message = "key columns must hold exactly one value; this column is an `Option` or a `Vec`",
    label = "the type of this column is an `Option` or a `Vec`",
    note = "leave the column out of the key, or remove the `Option` or `Vec` if the facts allow that; if no key is known, write `no_known_key(nl = \"..\", en = \"..\")`"
)]
pub trait InKey {
    /// Named where the bound must hold.
    const HOLDS: () = ();
}

#[diagnostic::do_not_recommend]
impl InKey for cardinality::ExactlyOne {}
