//! Classes of amounts: how money is delivered unless the decision allows exact amounts.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::code_list::resolve;
use super::code_type::code_type;
use super::deserialize::deserialize_scalar;
use super::markers::{form, grain};
use super::{CodeList, CodeText, Datum, Scalar, ValueError, stored};
use crate::describe::{self, Text, ValueType};

/// The code of a class of amounts in the list `L`; the boundaries of the classes come with the delivery.
///
/// ```
/// # use beraad_schema::{AmountClass, CodeList};
/// fn text_of<L: CodeList>(class: AmountClass<L>) -> String {
///     class.as_str().to_owned()
/// }
/// ```
pub struct AmountClass<L> {
    text: CodeText,
    list: PhantomData<fn() -> L>,
}

code_type!(AmountClass);
