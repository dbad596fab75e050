//! Requirements of the decision for the type of a field.
//!
//! `#[derive(Block)]` reads the decision, and for each demand names the constant `HOLDS` of a trait here. Three choices keep
//! the messages short:
//! - The bounds are on the grain, the form and the cardinality of a value type (`Value::Grain` and so on), so that a field
//!   whose type is not a value type gets one message instead of three.
//! - They are constants of traits instead of bounds of functions, so that a message shows the field and no code of this file.
//! - No implementation is recommended: the compiler would list them all, and the notes say the same in fewer words.

use crate::value::{cardinality, form, grain};

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
    label = "expected a `SerialNumber`, such as `SerialNumber<Person>`"
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

/// The form of columns with the role `subject` or `reference`.
#[diagnostic::on_unimplemented(
    message = "a column with the role `subject` or `reference` identifies a unit",
    label = "expected a `SerialNumber`, such as `SerialNumber<Person>`"
)]
pub trait IdentifiesUnit {
    /// Named where the bound must hold.
    const HOLDS: () = ();
}

#[diagnostic::do_not_recommend]
impl<S> IdentifiesUnit for form::Serial<S> {}

/// The form of columns with the role `technical`.
#[diagnostic::on_unimplemented(
    message = "a technical column cannot contain a serial number or an exact amount",
    label = "expected a date, a code, yes or no, or a number",
    note = "for a serial number, write `role = subject` if the row is about the unit, or `role = reference` for another unit",
    note = "an exact amount is a variable, with the phrase of the decision that authorises it"
)]
pub trait IsTechnical {
    /// Named where the bound must hold.
    const HOLDS: () = ();
}

#[diagnostic::do_not_recommend]
impl IsTechnical for form::Calendar {}
#[diagnostic::do_not_recommend]
impl IsTechnical for form::Classed {}
#[diagnostic::do_not_recommend]
impl IsTechnical for form::Plain {}

/// The form of observation periods.
#[diagnostic::on_unimplemented(
    message = "wrong type for an observation period",
    label = "expected `Day`, `YearMonth`, `YearQuarter` or `Year`"
)]
pub trait IsPeriod {
    /// Named where the bound must hold.
    const HOLDS: () = ();
}

#[diagnostic::do_not_recommend]
impl IsPeriod for form::Calendar {}

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
