//! Texts and lists that a constant can contain.

use std::borrow::Cow;

/// A text: borrowed from the program if it is part of a constant, owned if it was read from a stored model.
pub type Text = Cow<'static, str>;

/// A list that a constant can contain: the texts of a [`Label`](crate::Label), the columns of a [`Constraint`](crate::Constraint) and the
/// item of a [`ValueType::List`](crate::ValueType::List). All other lists of descriptions are a `Vec`.
pub type List<T> = Cow<'static, [T]>;

/// Returns true if a text is an id in snake case: lower-case letters, digits and underscores, with a letter first.
pub(crate) const fn is_snake_case(id: &str) -> bool {
    let mut letters = id.as_bytes();
    if !matches!(letters, [b'a'..=b'z', ..]) {
        return false;
    }
    while let [letter, rest @ ..] = letters {
        if !matches!(letter, b'a'..=b'z' | b'0'..=b'9' | b'_') {
            return false;
        }
        letters = rest;
    }
    true
}

/// Returns true if both texts are the same. `==` cannot be used in constants.
pub(crate) const fn is_same(left: &str, right: &str) -> bool {
    let (mut left, mut right) = (left.as_bytes(), right.as_bytes());
    while let ([letter, left_rest @ ..], [other, right_rest @ ..]) = (left, right) {
        if *letter != *other {
            return false;
        }
        (left, right) = (left_rest, right_rest);
    }
    left.is_empty() && right.is_empty()
}
