//! Texts and lists that a constant can contain.

use std::borrow::Cow;

/// A text: borrowed from the program if it is part of a constant, owned if it was read from a stored model.
pub type Text = Cow<'static, str>;

/// A list that a constant can contain: the texts of a [`Label`](crate::Label), the columns of a [`Constraint`](crate::Constraint) and the
/// item of a [`ValueType::List`](crate::ValueType::List). All other lists of descriptions are a `Vec`.
pub type List<T> = Cow<'static, [T]>;
