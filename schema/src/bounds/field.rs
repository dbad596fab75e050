//! What the decision asks of a field's type, as bounds that the compiler checks at the field.
//!
//! `#[derive(Block)]` reads the decision, and names `HOLDS` of the traits here for what it found. The bounds are on the
//! grain and the form of a value type, so that a field whose type is no value type at all gets one message and not three;
//! and they are constants of traits, not bounds of functions, so that a message shows the field and no code of this file.
//!
//! No implementation is recommended: the compiler would list them all, and the notes say the same in fewer words.

/// How precise the dates of a value type are, as types.
pub mod by {
    /// A month and year.
    #[derive(Debug)]
    pub enum Monthly {}
    /// A quarter and year.
    #[derive(Debug)]
    pub enum Quarterly {}
    /// A year.
    #[derive(Debug)]
    pub enum Yearly {}
    /// No date.
    #[derive(Debug)]
    pub enum Dateless {}
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

/// How many values a cell of a column holds, as types.
pub mod cell {
    /// Always one.
    #[derive(Debug)]
    pub enum One {}
    /// One or none: an `Option`.
    #[derive(Debug)]
    pub enum Perhaps {}
    /// A list: a `Vec`.
    #[derive(Debug)]
    pub enum Several {}
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

/// A grain that a delivery by quarter allows.
#[diagnostic::on_unimplemented(
    message = "this date is finer than the decision allows",
    label = "dates under this phrase are delivered by quarter: expected `YearQuarter` or `Year`",
    note = "only a phrase that itself names a month or a year has a `precision` of its own in deliberation.toml"
)]
pub trait ByQuarter {
    /// Named where it must hold.
    const HOLDS: () = ();
}

#[diagnostic::do_not_recommend]
impl ByQuarter for by::Dateless {}
#[diagnostic::do_not_recommend]
impl ByQuarter for by::Yearly {}
#[diagnostic::do_not_recommend]
impl ByQuarter for by::Quarterly {}

/// A grain that a delivery by year allows.
#[diagnostic::on_unimplemented(
    message = "this date is finer than the decision allows",
    label = "dates under this phrase are delivered by year: expected `Year`",
    note = "only a phrase that itself names a month or a year has a `precision` of its own in deliberation.toml"
)]
pub trait ByYear {
    /// Named where it must hold.
    const HOLDS: () = ();
}

#[diagnostic::do_not_recommend]
impl ByYear for by::Dateless {}
#[diagnostic::do_not_recommend]
impl ByYear for by::Yearly {}

/// The form of serial numbers.
#[diagnostic::on_unimplemented(
    message = "this phrase of the decision names an identification number, which is delivered as a serial number",
    label = "expected `SerialNumber<Person>` or `SerialNumber<Employer>`"
)]
pub trait IsSerial {
    /// Named where it must hold.
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
    /// Named where it must hold.
    const HOLDS: () = ();
}

#[diagnostic::do_not_recommend]
impl InClasses for form::Classed {}

/// The form of columns of the role `R`.
#[diagnostic::on_unimplemented(
    message = "this is not the type of a column of this role",
    label = "not the type of this role",
    note = "`person` and `reference_person` are `SerialNumber<Person>`, `employer` is `SerialNumber<Employer>`, `observation_period` is `YearMonth`, `YearQuarter` or `Year`"
)]
pub trait FormOf<R> {
    /// Named where it must hold.
    const HOLDS: () = ();
}

#[diagnostic::do_not_recommend]
impl FormOf<role::Person> for form::Serial<crate::Person> {}
#[diagnostic::do_not_recommend]
impl FormOf<role::ReferencePerson> for form::Serial<crate::Person> {}
#[diagnostic::do_not_recommend]
impl FormOf<role::Employer> for form::Serial<crate::Employer> {}
#[diagnostic::do_not_recommend]
impl FormOf<role::ObservationPeriod> for form::Calendar {}

/// The form of variables at another level than `identifier`.
#[diagnostic::on_unimplemented(
    message = "a serial number stands at the level `identifier`: its values only tell one subject from another",
    label = "a serial number",
    note = "write `level = identifier`"
)]
pub trait NoIdentifier {
    /// Named where it must hold.
    const HOLDS: () = ();
}

#[diagnostic::do_not_recommend]
impl NoIdentifier for form::Calendar {}
#[diagnostic::do_not_recommend]
impl NoIdentifier for form::Classed {}
#[diagnostic::do_not_recommend]
impl NoIdentifier for form::Plain {}

/// A type that may hold no value.
#[diagnostic::on_unimplemented(
    message = "`null(..)` says what it means that there is no value, and `{Self}` always has one",
    label = "always has a value",
    note = "make it an `Option`, or take `null(..)` away"
)]
pub trait MayBeEmpty {
    /// Named where it must hold.
    const HOLDS: () = ();
}

#[diagnostic::do_not_recommend]
impl<T> MayBeEmpty for Option<T> {}
#[diagnostic::do_not_recommend]
impl<T> MayBeEmpty for Vec<T> {}

/// The cell of a column that is part of the key of its block.
#[diagnostic::on_unimplemented(
    message = "a column of the key always has one value, and the cells of this one need not",
    label = "the type of this column is an `Option` or a `Vec`",
    note = "leave the column out of the key, or make it no `Option` and no `Vec` where the facts allow that; where no key is known, write `no_known_key(nl = \"..\", en = \"..\")`"
)]
pub trait InKey {
    /// Named where it must hold.
    const HOLDS: () = ();
}

#[diagnostic::do_not_recommend]
impl InKey for cell::One {}

/// That a type has values; else what is wrong with it, as a compile error at the caller.
///
/// # Panics
/// If something is wrong.
#[track_caller]
pub const fn has_values(mistake: Option<&'static str>) {
    if let Some(message) = mistake {
        panic!("{}", message)
    }
}
