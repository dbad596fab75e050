//! What the derive macros name. No part of the public interface.

mod coverage;
mod draft;

use std::sync::OnceLock;

pub use self::coverage::{BlockRef, Carried, HeadingRef, TermRef, coverage};
pub use self::draft::{Constant, Draft};
pub use core::result::Result::{Err, Ok};

#[cfg(feature = "schemars")]
pub use schemars;
pub use serde;

use crate::condition::CompiledRule;
use crate::describe::{self, Deliberation, Field, Meaning, Period, ValueType};
pub use crate::json::{deserialize, deserialize_scalar, serialize};
use crate::row::{Block, Source};
pub use crate::value::stored::{Positioned, form::Position};
use crate::value::{CodeList, CodeText, Datum, ValueError, codes_text};

/// A block as it is kept, once per type.
pub struct Described {
    pub(crate) block: describe::Block,
    pub(crate) names: Vec<&'static str>,
    /// The rules, their columns found.
    pub(crate) conditions: Vec<CompiledRule>,
    /// The place of the observation period among the columns.
    pub(crate) observation_period: Option<usize>,
    /// What Arrow knows of it, once anyone asks.
    #[cfg(feature = "arrow")]
    pub(crate) plan: OnceLock<crate::arrow::Plan>,
}

/// What is known of a field from its type.
pub enum Typed {
    /// A role.
    Role(ValueType, bool),
    /// A variable, with its code list.
    Variable(ValueType, bool, Option<&'static describe::CodeList>),
    /// A struct of columns, with its code lists.
    Group(Vec<Field>, Vec<&'static describe::CodeList>),
}

impl Typed {
    pub(crate) fn into_code_lists(self) -> Vec<&'static describe::CodeList> {
        match self {
            Self::Role(..) => Vec::new(),
            Self::Variable(_, _, list) => list.into_iter().collect(),
            Self::Group(_, lists) => lists,
        }
    }
}

/// The fields of a block. A function, and no method of `Block`, so that a struct that is no row is told so once.
#[must_use]
pub fn fields<R: Block>() -> Vec<Field> {
    R::description().fields.to_vec()
}

/// A code list as the derive writes it, read once. No `LazyLock`: a closure in every list is one more body for the
/// compiler, and a model has more lists than blocks.
pub struct Listed {
    text: &'static str,
    list: OnceLock<describe::CodeList>,
}

impl Listed {
    /// The list that a text describes.
    #[must_use]
    pub const fn new(text: &'static str) -> Self {
        Self {
            text,
            list: OnceLock::new(),
        }
    }

    /// The list.
    ///
    /// # Panics
    /// If the text is not what the derive of the same version writes.
    #[inline]
    pub fn list(&self) -> &describe::CodeList {
        let read = || serde_json::from_str(self.text);
        self.list
            .get_or_init(|| read().expect("the derive writes what the vocabulary reads"))
    }
}

/// The decision as `deliberation!` writes it.
///
/// # Panics
/// If the text is not what the macro of the same version writes.
#[must_use]
pub fn deliberation(text: &'static str) -> Deliberation {
    serde_json::from_str(text).expect("the macro writes what the vocabulary reads")
}

/// A row for every index of a source.
pub fn rows<S: Source, R>(source: &S, row: impl FnMut(usize) -> R) -> Vec<R> {
    (0..source.rows()).map(row).collect()
}

/// The next row of a struct of columns.
///
/// # Panics
/// If a source gives a struct within a row fewer rows than it has.
pub fn next<T>(rows: &mut std::vec::IntoIter<T>) -> T {
    rows.next()
        .expect("a source has as many rows for every column")
}

/// The JSON Schema of a row, as schemars has it.
#[cfg(feature = "schemars")]
#[must_use]
pub fn json_schema<R: Block>() -> schemars::Schema {
    let mut schema = crate::json_schema::schema_of::<R>();
    if let Some(object) = schema.as_object_mut() {
        // schemars writes the draft at the root itself.
        object.remove("$schema");
    }
    schemars::Schema::try_from(schema).unwrap_or_default()
}

/// What a code of a list means in a period.
#[must_use]
pub fn meanings<L: CodeList>(code: &str, period: Period) -> Vec<&'static Meaning> {
    L::description()
        .find(code)
        .map(|code| code.meanings_at(period))
        .unwrap_or_default()
}

/// The text of a code, as data; its length was checked by the derive.
#[must_use]
pub fn code_datum(code: &str) -> Datum {
    CodeText::new(code).map_or(Datum::Null, Datum::Code)
}

/// The place among the codes of a closed enum of the code that `datum` holds.
///
/// # Errors
/// If it is no code of the list.
pub fn position(datum: &Datum, list: &describe::CodeList) -> Result<usize, ValueError> {
    let Datum::Code(text) = datum else {
        return Err(ValueError::wrong_type(
            &ValueType::Code {
                list: list.id.clone(),
            },
            datum,
        ));
    };
    parse_position(text.as_str(), list)
}

/// The place among the codes of a closed enum of this code, or of the code that has this text as an alias.
///
/// # Errors
/// If it is no code of the list.
pub fn parse_position(text: &str, list: &describe::CodeList) -> Result<usize, ValueError> {
    let code = codes_text(list, text)?;
    list.published_codes()
        .position(|(known, _)| known == code.as_str())
        .ok_or_else(|| ValueError::unknown_code(list))
}

/// The item at `position` of all variants; the position is one of [`position`] or [`parse_position`].
///
/// # Errors
/// If there is none, which a derived enum never gives.
pub fn nth<T, const N: usize>(
    variants: [T; N],
    list: &describe::CodeList,
    position: usize,
) -> Result<T, ValueError> {
    variants
        .into_iter()
        .nth(position)
        .ok_or_else(|| ValueError::unknown_code(list))
}

/// serde and schemars for a row, over its description.
#[doc(hidden)]
#[macro_export]
macro_rules! __row_impls {
    ($row:ident, $name:literal) => {
        impl $crate::__private::serde::Serialize for $row {
            fn serialize<S: $crate::__private::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::__private::serialize(self, serializer)
            }
        }
        impl<'de> $crate::__private::serde::Deserialize<'de> for $row {
            fn deserialize<D: $crate::__private::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::__private::deserialize(deserializer)
            }
        }
        $crate::__json_schema_impl!($row, $name);
    };
}

/// schemars for a row, over its description.
#[cfg(feature = "schemars")]
#[doc(hidden)]
#[macro_export]
macro_rules! __json_schema_impl {
    ($row:ident, $name:literal) => {
        impl $crate::__private::schemars::JsonSchema for $row {
            fn schema_name() -> ::std::borrow::Cow<'static, ::core::primitive::str> {
                ::std::borrow::Cow::Borrowed($name)
            }
            fn json_schema(
                _: &mut $crate::__private::schemars::SchemaGenerator,
            ) -> $crate::__private::schemars::Schema {
                $crate::__private::json_schema::<Self>()
            }
        }
    };
}

/// Without the feature `schemars`, a row has no `JsonSchema`.
#[cfg(not(feature = "schemars"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __json_schema_impl {
    ($row:ident, $name:literal) => {};
}

/// Text and serde for an enum of codes, over its list.
#[doc(hidden)]
#[macro_export]
macro_rules! __code_impls {
    ($list:ident) => {
        impl ::core::fmt::Display for $list {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.pad(Self::__text(self))
            }
        }
        impl ::core::str::FromStr for $list {
            type Err = $crate::ValueError;
            fn from_str(
                text: &::core::primitive::str,
            ) -> ::core::result::Result<Self, $crate::ValueError> {
                Self::__nth($crate::__private::parse_position(
                    text,
                    <Self as $crate::CodeList>::description(),
                )?)
            }
        }
        impl $crate::__private::serde::Serialize for $list {
            fn serialize<S: $crate::__private::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                serializer.serialize_str(Self::__text(self))
            }
        }
        impl<'de> $crate::__private::serde::Deserialize<'de> for $list {
            fn deserialize<D: $crate::__private::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::__private::deserialize_scalar(deserializer)
            }
        }
    };
}
