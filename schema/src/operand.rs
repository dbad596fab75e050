//! The types of rules: what may be compared with what, over kinds instead of values.
//!
//! `#[derive(Block)]` writes every rule a second time over these, in a function that is never called.

use std::marker::PhantomData;

use crate::check::Ordered;
use crate::value::{Flag, Number, Several, Value};

/// Part of a rule that holds a `K`: a [`YearMonth`](crate::YearMonth), a [`Flag`], a [`Number`], a code of a list. Whether it may be null is no matter.
#[derive(Debug)]
pub struct Operand<K>(PhantomData<K>);

/// The column or constant `value`.
pub const fn operand<T: Value>(_: &T) -> Operand<T::Kind> {
    Operand(PhantomData)
}

/// A whole number.
#[must_use]
pub const fn whole(_: i64) -> Operand<Number> {
    Operand(PhantomData)
}

/// Yes or no.
#[must_use]
pub const fn flag(_: bool) -> Operand<Flag> {
    Operand(PhantomData)
}

impl<K> Operand<K> {
    /// `==`, `!=`.
    #[must_use]
    pub fn same(&self, _: Self) -> Operand<Flag> {
        Operand(PhantomData)
    }

    /// A constant of `matches!`.
    #[must_use]
    pub fn one_of(self, _: Self) -> Self {
        self
    }

    /// `matches!`.
    #[must_use]
    pub fn matched(&self) -> Operand<Flag> {
        Operand(PhantomData)
    }

    /// `<`, `<=`, `>`, `>=`.
    #[must_use]
    pub fn order(&self, _: Self) -> Operand<Flag>
    where
        K: Ordered,
    {
        Operand(PhantomData)
    }

    /// `.is_some()`, `.is_none()`.
    #[must_use]
    pub fn null(&self) -> Operand<Flag> {
        Operand(PhantomData)
    }
}

impl Operand<Flag> {
    /// `&&`, `||`.
    #[must_use]
    pub fn and(&self, _: Self) -> Self {
        Operand(PhantomData)
    }

    /// `!`.
    #[must_use]
    pub fn not(&self) -> Self {
        Operand(PhantomData)
    }
}

impl Operand<Number> {
    /// `+`, `-`.
    #[must_use]
    pub fn sum(&self, _: Self) -> Self {
        Operand(PhantomData)
    }
}

impl<K> Operand<Several<K>> {
    /// `.len()`.
    #[must_use]
    pub fn len(&self) -> Operand<Number> {
        Operand(PhantomData)
    }

    /// `.is_empty()`.
    #[must_use]
    pub fn is_empty(&self) -> Operand<Flag> {
        Operand(PhantomData)
    }

    /// `.contains(..)`.
    #[must_use]
    pub fn contains(&self, _: Operand<K>) -> Operand<Flag> {
        Operand(PhantomData)
    }
}
