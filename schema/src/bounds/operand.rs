//! The type check of rules: which operands an operator accepts.
//!
//! `#[derive(Block)]` writes every rule twice: as data, and as calls of the functions here, in a function that is never
//! called. In those calls an operand has no value, only the kind of its values (`Value::Kind`). Each operator is a method of a
//! trait over kinds, so that a message shows the rule and no code of this file, and says which operands are accepted.
//!
//! # Why each operator has two implementations for `Unlikely`
//! For `month == 3` the derive writes `Same::same(month, whole(3))`. If `Same<K>` had one implementation for a kind
//! (`impl<K> Same<K> for K`), the compiler would infer the right side from the left one and report a mismatched argument of
//! `same`: a message about a function that the author never wrote. With several candidates it cannot infer anything, checks
//! the bound `YearMonth: Same<Number>` instead, and prints the message of the trait. It takes two more candidates, because
//! with one the compiler could still choose by elimination. No operand ever has the kind `Unlikely`.

use std::marker::PhantomData;

use crate::describe::{CalendarType, Day, Literal, Year, YearMonth, YearQuarter};
use crate::value::{Code, CodeList, Flag, Number, NumberOf, Several};

/// A part of a rule whose value is of kind `K`: a [`YearMonth`](crate::YearMonth), a [`Flag`], a [`NumberOf`] days, a code of
/// a list. Nullability is ignored.
#[derive(Debug)]
pub struct Operand<K>(PhantomData<fn() -> K>);

// Written out because a derive would demand the same trait of the kind.
impl<K> Clone for Operand<K> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<K> Copy for Operand<K> {}

impl<K> Operand<K> {
    const NEW: Self = Self(PhantomData);
}

/// Two kinds that no operand has; see the text at the top of this module.
#[derive(Debug)]
pub struct Unlikely<K, const SECOND: bool>(PhantomData<K>);

/// A column of kind `K`.
#[must_use]
pub const fn column<K>() -> Operand<K> {
    Operand::NEW
}

/// A constant of a rule, written as a path or as a call.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a constant of a rule",
    label = "neither a code nor a date",
    note = "a code is a variant of its list or `Code::<List>::new(\"..\")`, a date is `YearMonth::new(..)`, `YearQuarter::new(..)` or `Year::new(..)`"
)]
pub trait Constant {
    /// The kind of the constant.
    type Kind;

    /// The constant as data.
    fn literal(&self) -> Literal;

    /// The constant as an operand.
    fn operand(&self) -> Operand<Self::Kind> {
        Operand::NEW
    }
}

// One implementation for each type, not one for all: with a single candidate the compiler would take every type to have the
// kind `Self`, and report a second error where a constant of an unknown type is compared.
macro_rules! date_constant {
    ($($date:ty),+) => { $(
        #[diagnostic::do_not_recommend]
        impl Constant for $date {
            type Kind = Self;

            fn literal(&self) -> Literal {
                Literal::from(*self)
            }
        }
    )+ };
}
date_constant!(Day, YearMonth, YearQuarter, Year);

#[diagnostic::do_not_recommend]
impl<L: CodeList> Constant for Code<L> {
    type Kind = Self;

    fn literal(&self) -> Literal {
        (*self).literal()
    }
}

/// A whole number.
#[must_use]
pub const fn whole(_: i64) -> Operand<Number> {
    Operand::NEW
}

/// True or false.
#[must_use]
pub const fn flag(_: bool) -> Operand<Flag> {
    Operand::NEW
}

/// `.is_some()` and `.is_none()`.
#[must_use]
pub const fn null<K>(_: Operand<K>) -> Operand<Flag> {
    Operand::NEW
}

/// `==`, `!=`, and the comparison of a `matches!` with its constants.
#[diagnostic::on_unimplemented(
    message = "a rule cannot compare `{Self}` with `{R}`",
    label = "different kinds",
    note = "months are compared with months, quarters with quarters, years with years, numbers with numbers of the same quantity or currency, flags with flags, codes with codes of the same list"
)]
pub trait Same<R>: Sized {
    /// The operator.
    #[must_use]
    fn same(_: Operand<Self>, _: Operand<R>) -> Operand<Flag> {
        Operand::NEW
    }
}

#[diagnostic::do_not_recommend]
impl<K> Same<Unlikely<K, false>> for K {}
#[diagnostic::do_not_recommend]
impl<K> Same<Unlikely<K, true>> for K {}
#[diagnostic::do_not_recommend]
impl<K> Same<K> for K {}
#[diagnostic::do_not_recommend]
impl<K: HasQuantity> Same<Number> for K {}
#[diagnostic::do_not_recommend]
impl<K: HasQuantity> Same<K> for Number {}

/// `<`, `<=`, `>` and `>=`.
#[diagnostic::on_unimplemented(
    message = "a rule cannot order `{Self}` and `{R}`",
    label = "no common order",
    note = "days, months, quarters, years, and numbers of one quantity or currency have an order, each with its own kind; codes, flags, serial numbers and lists have none",
    note = "a day, a month or a quarter is compared with a year by `.year()`, with a quarter by `.quarter()` and with a month by `.month()`"
)]
pub trait Ordered<R>: Sized {
    /// The operator.
    #[must_use]
    fn ordered(_: Operand<Self>, _: Operand<R>) -> Operand<Flag> {
        Operand::NEW
    }
}

#[diagnostic::do_not_recommend]
impl<K> Ordered<Unlikely<K, false>> for K {}
#[diagnostic::do_not_recommend]
impl<K> Ordered<Unlikely<K, true>> for K {}
#[diagnostic::do_not_recommend]
impl<K: HasOrder> Ordered<K> for K {}
#[diagnostic::do_not_recommend]
impl<K: HasQuantity> Ordered<Number> for K {}
#[diagnostic::do_not_recommend]
impl<K: HasQuantity> Ordered<K> for Number {}

/// The kinds of numbers that have a quantity or a currency. A rule can compare each of them with a whole number.
///
/// The operators have this bound, and not an implementation for `NumberOf<Q>`: the compiler would show that implementation,
/// with its path, below the message.
pub trait HasQuantity {}

impl<Q> HasQuantity for NumberOf<Q> {}

/// The kinds that have an order.
pub trait HasOrder {}

impl<P: CalendarType> HasOrder for P {}
impl HasOrder for Number {}
impl<Q> HasOrder for NumberOf<Q> {}

/// `+` and `-`.
#[diagnostic::on_unimplemented(
    message = "a rule cannot add or subtract `{Self}` and `{R}`",
    label = "not two numbers",
    note = "only numbers of the same quantity or currency are added and subtracted"
)]
pub trait Sum<R>: Sized {
    /// The operator. A number without a quantity is the second operand, so that the sum has the kind of the first one.
    #[must_use]
    fn sum(_: Operand<Self>, _: Operand<R>) -> Operand<Self> {
        Operand::NEW
    }
}

#[diagnostic::do_not_recommend]
impl<K> Sum<Unlikely<K, false>> for K {}
#[diagnostic::do_not_recommend]
impl<K> Sum<Unlikely<K, true>> for K {}
#[diagnostic::do_not_recommend]
impl<K: HasSum> Sum<K> for K {}
#[diagnostic::do_not_recommend]
impl<K: HasQuantity> Sum<Number> for K {}

/// The kinds that can be added and subtracted.
pub trait HasSum {}

impl HasSum for Number {}
impl<Q> HasSum for NumberOf<Q> {}

/// A condition: each side of `&&` and `||`, the operand of `!`, and a rule as a whole.
#[diagnostic::on_unimplemented(
    message = "expected a condition, found `{Self}`",
    label = "not a condition",
    note = "a flag, a comparison, `.is_some()`, `.is_none()`, `.is_empty()`, `.contains(..)` and `matches!(..)` are conditions"
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

/// Declares the trait of a method that takes the year, quarter or month of a more precise date. The message and the label are
/// literals, because the attribute accepts nothing else.
macro_rules! coarser_date {
    ($($name:ident::$method:ident($($date:ty),+) -> $to:ty, $message:literal, $label:literal;)+) => { $(
        #[doc = concat!("`.", stringify!($method), "()`.")]
        #[diagnostic::on_unimplemented(message = $message, label = $label)]
        pub trait $name: Sized {
            /// The operator.
            #[must_use]
            fn $method(_: Operand<Self>) -> Operand<$to> {
                Operand::NEW
            }
        }

        $(
            #[diagnostic::do_not_recommend]
            impl $name for $date {}
        )+
    )+ };
}
coarser_date! {
    HasYear::year(Day, YearMonth, YearQuarter) -> Year,
        "`{Self}` has no `.year()`", "expected a day, a month or a quarter";
    HasQuarter::quarter(Day, YearMonth) -> YearQuarter,
        "`{Self}` has no `.quarter()`", "expected a day or a month";
    HasMonth::month(Day) -> YearMonth,
        "`{Self}` has no `.month()`", "expected a day";
}

/// `.len()` and `.is_empty()`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a list",
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
    message = "`{Self}` is not a list of `{R}`",
    label = "not a list of these",
    note = "only a column of type `Vec` has `.contains(..)`, for a value of the kind of its items"
)]
pub trait Holds<R>: Sized {
    /// The operator.
    #[must_use]
    fn contains(_: Operand<Self>, _: Operand<R>) -> Operand<Flag> {
        Operand::NEW
    }
}

#[diagnostic::do_not_recommend]
impl<K> Holds<Unlikely<K, false>> for K {}
#[diagnostic::do_not_recommend]
impl<K> Holds<Unlikely<K, true>> for K {}
#[diagnostic::do_not_recommend]
impl<K> Holds<K> for Several<K> {}
