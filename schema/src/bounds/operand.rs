//! The types of rules: what may be compared with what, over kinds instead of values.
//!
//! `#[derive(Block)]` writes every rule a second time over these, in a function that is never called. Each operator is a
//! method of a trait over kinds, so that a message shows the rule and no code of this file, and says what is expected.

use std::marker::PhantomData;

use crate::describe::Literal;
use crate::value::{Code, CodeList, Flag, Number, Several, Value, Year, YearMonth, YearQuarter};

/// Part of a rule that holds a `K`: a [`YearMonth`], a [`Flag`], a [`Number`], a code of a list. Whether it may be null is no matter.
#[derive(Debug)]
pub struct Operand<K>(PhantomData<fn() -> K>);

// Written out, since a derive would ask the same of the kind.
impl<K> Clone for Operand<K> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<K> Copy for Operand<K> {}

impl<K> Operand<K> {
    const NEW: Self = Self(PhantomData);
}

/// Nothing is of these two kinds. That each operator could also take them keeps the compiler from guessing the right side
/// by the left one, and then blaming the argument of a function of this file.
#[derive(Debug)]
pub struct Other<K, const SECOND: bool>(PhantomData<K>);

/// A column; its kind is said where it is asked for.
#[must_use]
pub const fn column<K>() -> Operand<K> {
    Operand::NEW
}

/// A constant by its path or by a call.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no constant of a rule",
    label = "neither a code nor a date",
    note = "a code is a variant of its list or `Code::<List>::new(\"..\")`, a date is `YearMonth::new(..)`, `YearQuarter::new(..)` or `Year::new(..)`"
)]
pub trait Constant {
    /// What it may be compared with.
    type Kind;

    /// The constant as data.
    fn literal(&self) -> Literal;

    /// The constant as an operand.
    fn operand(&self) -> Operand<Self::Kind> {
        Operand::NEW
    }
}

#[diagnostic::do_not_recommend]
impl Constant for YearMonth {
    type Kind = <Self as Value>::Kind;

    fn literal(&self) -> Literal {
        (*self).into()
    }
}
#[diagnostic::do_not_recommend]
impl Constant for YearQuarter {
    type Kind = <Self as Value>::Kind;

    fn literal(&self) -> Literal {
        (*self).into()
    }
}
#[diagnostic::do_not_recommend]
impl Constant for Year {
    type Kind = <Self as Value>::Kind;

    fn literal(&self) -> Literal {
        (*self).into()
    }
}
#[diagnostic::do_not_recommend]
impl<L: CodeList> Constant for Code<L> {
    type Kind = <Self as Value>::Kind;

    fn literal(&self) -> Literal {
        (*self).literal()
    }
}

/// A whole number.
#[must_use]
pub const fn whole(_: i64) -> Operand<Number> {
    Operand::NEW
}

/// Yes or no.
#[must_use]
pub const fn flag(_: bool) -> Operand<Flag> {
    Operand::NEW
}

/// `.is_some()`, `.is_none()`.
#[must_use]
pub const fn null<K>(_: Operand<K>) -> Operand<Flag> {
    Operand::NEW
}

/// `==`, `!=`, and the constants of `matches!`.
#[diagnostic::on_unimplemented(
    message = "a rule cannot compare `{Self}` with `{R}`",
    label = "not of one kind",
    note = "months are compared with months, quarters with quarters, years with years, numbers with numbers, flags with flags, codes with codes of the same list"
)]
pub trait Same<R>: Sized {
    /// The operator.
    #[must_use]
    fn same(_: Operand<Self>, _: Operand<R>) -> Operand<Flag> {
        Operand::NEW
    }
}

#[diagnostic::do_not_recommend]
impl<K> Same<Other<K, false>> for K {}
#[diagnostic::do_not_recommend]
impl<K> Same<Other<K, true>> for K {}
#[diagnostic::do_not_recommend]
impl<K> Same<K> for K {}

/// `<`, `<=`, `>`, `>=`.
#[diagnostic::on_unimplemented(
    message = "a rule cannot order `{Self}` and `{R}`",
    label = "no common order",
    note = "months, quarters, years and numbers have an order, each with its own kind; codes, flags, serial numbers and lists have none"
)]
pub trait Ordered<R>: Sized {
    /// The operator.
    #[must_use]
    fn ordered(_: Operand<Self>, _: Operand<R>) -> Operand<Flag> {
        Operand::NEW
    }
}

#[diagnostic::do_not_recommend]
impl<K> Ordered<Other<K, false>> for K {}
#[diagnostic::do_not_recommend]
impl<K> Ordered<Other<K, true>> for K {}
#[diagnostic::do_not_recommend]
impl<K: HasOrder> Ordered<K> for K {}

/// Kinds that have an order.
pub trait HasOrder {}

impl HasOrder for YearMonth {}
impl HasOrder for YearQuarter {}
impl HasOrder for Year {}
impl HasOrder for Number {}

/// `+`, `-`.
#[diagnostic::on_unimplemented(
    message = "a rule cannot add or subtract `{Self}` and `{R}`",
    label = "not two numbers",
    note = "only numbers are added and subtracted"
)]
pub trait Sum<R>: Sized {
    /// The operator.
    #[must_use]
    fn sum(_: Operand<Self>, _: Operand<R>) -> Operand<Self> {
        Operand::NEW
    }
}

#[diagnostic::do_not_recommend]
impl<K> Sum<Other<K, false>> for K {}
#[diagnostic::do_not_recommend]
impl<K> Sum<Other<K, true>> for K {}
#[diagnostic::do_not_recommend]
impl<K: HasSum> Sum<K> for K {}

/// The kind that is added and subtracted.
pub trait HasSum {}

impl HasSum for Number {}

/// What is true or false: both sides of `&&` and `||`, what stands behind `!`, and a rule as a whole.
#[diagnostic::on_unimplemented(
    message = "expected what is true or false, found `{Self}`",
    label = "not true or false",
    note = "a flag, a comparison, `.is_some()`, `.is_none()`, `.is_empty()`, `.contains(..)` and `matches!(..)` are true or false"
)]
pub trait IsBoolean: Sized {
    /// The operator.
    #[must_use]
    fn condition(_: Operand<Self>) -> Operand<Flag> {
        Operand::NEW
    }
}

#[diagnostic::do_not_recommend]
impl IsBoolean for Flag {}

/// `.len()`, `.is_empty()`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no list",
    label = "not a list",
    note = "only a column of type `Vec` has `.len()`, `.is_empty()` and `.contains(..)`; `.is_none()` asks whether there is a value"
)]
pub trait Listed: Sized {
    /// `.len()`.
    #[must_use]
    fn len(_: Operand<Self>) -> Operand<Number> {
        Operand::NEW
    }

    /// `.is_empty()`.
    #[must_use]
    fn is_empty(_: Operand<Self>) -> Operand<Flag> {
        Operand::NEW
    }
}

#[diagnostic::do_not_recommend]
impl<K> Listed for Several<K> {}

/// `.contains(..)`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not hold several of `{R}`",
    label = "not a list of these",
    note = "only a column of type `Vec` has `.contains(..)`, for a value of the kind that it holds"
)]
pub trait Holds<R>: Sized {
    /// The operator.
    #[must_use]
    fn contains(_: Operand<Self>, _: Operand<R>) -> Operand<Flag> {
        Operand::NEW
    }
}

#[diagnostic::do_not_recommend]
impl<K> Holds<Other<K, false>> for K {}
#[diagnostic::do_not_recommend]
impl<K> Holds<Other<K, true>> for K {}
#[diagnostic::do_not_recommend]
impl<K> Holds<K> for Several<K> {}
