//! What the derive macros name. No part of the public interface.

mod coverage;

use std::sync::OnceLock;

pub use self::coverage::{BlockRef, Carried, HeadingRef, TermRef, coverage};
pub use core::result::Result::{Err, Ok};

#[cfg(feature = "schemars")]
pub use schemars;
pub use serde;
use serde_json::{Value as Json, json};

use crate::condition::CompiledRule;
use crate::describe::{
    self, Deliberation, Expr, Field, Meaning, Note, Origin, Period, SeriesBreak, ValueType,
};
pub use crate::json::{deserialize, deserialize_scalar, serialize};
use crate::row::{Block, Fields, Source};
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

/// A description as the derive writes it: JSON with holes, and what fills them.
///
/// One text costs the compiler a tenth of what the same description costs as a constant of nested structs.
pub struct Draft<'a> {
    /// The JSON of a block, or of a list of fields. Where a constant is named, its place holds a number.
    pub text: &'static str,
    /// The notes that are constants.
    pub notes: &'a [Note],
    /// The breaks that are constants.
    pub breaks: &'a [SeriesBreak],
    /// The origins that are constants.
    pub origins: &'a [Origin],
    /// The expressions of the rules, which may name constants.
    pub expressions: Vec<Expr>,
}

impl Draft<'_> {
    /// The description of a block.
    ///
    /// # Panics
    /// If a rule names no column, which the derive does not let pass.
    #[must_use]
    pub fn block<R: Block>(self) -> Described {
        let block: describe::Block = self.fill(R::types());
        // serde wants names that live as long as the program: they are kept for good, once per type.
        let names: Vec<&'static str> = block
            .columns()
            .into_iter()
            .map(|column| &*Box::leak(column.name.into_boxed_str()))
            .collect();
        let lists = R::code_lists();
        let conditions = block
            .rules
            .iter()
            .map(|rule| CompiledRule::over(&rule.expression, &names, &lists))
            .collect::<Result<_, _>>()
            .expect("the derive names columns that there are");
        let observed = block.observation_period.as_deref();
        Described {
            conditions,
            observation_period: names.iter().position(|name| Some(*name) == observed),
            block,
            names,
            #[cfg(feature = "arrow")]
            plan: OnceLock::new(),
        }
    }

    /// The description of the fields of a part.
    #[must_use]
    pub fn fields<T: Fields>(self) -> Vec<Field> {
        self.fill(T::types())
    }

    /// # Panics
    /// If the text is not what the derive of the same version writes.
    fn fill<T: serde::de::DeserializeOwned>(self, types: Vec<Typed>) -> T {
        let mut json: Json = serde_json::from_str(self.text).expect("the derive writes JSON");
        let constants = Constants {
            notes: self.notes.iter().map(to_json).collect(),
            breaks: self.breaks.iter().map(to_json).collect(),
            origins: self.origins.iter().map(to_json).collect(),
        };
        constants.fill(&mut json);
        let rules = json.get_mut("rules").and_then(Json::as_array_mut);
        for (rule, expression) in rules.into_iter().flatten().zip(&self.expressions) {
            rule["expression"] = to_json(expression);
        }
        let fields = if json.is_array() {
            Some(&mut json)
        } else {
            json.get_mut("fields")
        };
        for (field, typed) in fields
            .and_then(Json::as_array_mut)
            .into_iter()
            .flatten()
            .zip(types)
        {
            let (kind, entries) = match typed {
                Typed::Role(value_type, nullable) => (
                    "role",
                    json!({ "value_type": value_type, "nullable": nullable }),
                ),
                Typed::Variable(value_type, nullable, list) => {
                    let id = list.map(|list| &list.id);
                    (
                        "variable",
                        json!({ "value_type": value_type, "nullable": nullable, "code_list": id }),
                    )
                }
                Typed::Group(fields, _) => ("group", json!({ "fields": fields })),
            };
            let field = &mut field[kind];
            constants.fill(field);
            if let (Some(field), Json::Object(entries)) = (field.as_object_mut(), entries) {
                field.extend(entries);
            }
        }
        serde_json::from_value(json).expect("the derive writes what the vocabulary reads")
    }
}

struct Constants {
    notes: Vec<Json>,
    breaks: Vec<Json>,
    origins: Vec<Json>,
}

impl Constants {
    fn fill(&self, described: &mut Json) {
        for (key, constants) in [
            ("notes", &self.notes),
            ("breaks", &self.breaks),
            ("origins", &self.origins),
        ] {
            for item in described
                .get_mut(key)
                .and_then(Json::as_array_mut)
                .into_iter()
                .flatten()
            {
                let position = item
                    .as_u64()
                    .and_then(|number| usize::try_from(number).ok());
                if let Some(constant) = position.and_then(|position| constants.get(position)) {
                    *item = constant.clone();
                }
            }
        }
    }
}

fn to_json(constant: &impl serde::Serialize) -> Json {
    serde_json::to_value(constant).expect("descriptions are JSON")
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
