//! The quantities that numbers count or measure: those that every model has, and those that a model declares itself.

use std::fmt;

use serde::de::value::{MapAccessDeserializer, StrDeserializer};
use serde::de::{self, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::label::Label;
use crate::text::{Text, is_same, is_snake_case};

vocabulary_enum! {
    /// A quantity that every model has.
    pub enum Quantity {
        /// Things: persons, jobs, notifications.
        Count,
        /// Days.
        Days,
        /// Weeks.
        Weeks,
        /// Months.
        Months,
        /// Years: durations and ages.
        Years,
        /// Minutes.
        Minutes,
        /// Hours.
        Hours,
        /// Hours per week.
        HoursPerWeek,
        /// Parts per hundred.
        Percentage,
        /// One number divided by another.
        Ratio,
    }
}

impl Quantity {
    /// Returns the name of a number of this quantity in English, for error messages: `number of days`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Count => "count",
            Self::Days => "number of days",
            Self::Weeks => "number of weeks",
            Self::Months => "number of months",
            Self::Years => "number of years",
            Self::Minutes => "number of minutes",
            Self::Hours => "number of hours",
            Self::HoursPerWeek => "number of hours per week",
            Self::Percentage => "percentage",
            Self::Ratio => "ratio",
        }
    }
}

/// The quantity of a number: one that every model has, or one that the model declares.
///
/// In JSON, the former is a word (`"days"`), the latter an object: `{"id": "kilometres", "label": {"en": ".."}}`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum NumberQuantity {
    /// A quantity that every model has.
    BuiltIn(Quantity),
    /// A quantity that the model declares.
    Own(OwnQuantity),
}

impl NumberQuantity {
    /// Returns the word for the quantity: `days`, or the id of a quantity that the model declares.
    #[must_use]
    pub fn id(&self) -> &str {
        match self {
            Self::BuiltIn(quantity) => (*quantity).into(),
            Self::Own(own) => own.id(),
        }
    }

    /// Returns the quantity if the model declares it.
    #[must_use]
    pub fn own(&self) -> Option<&OwnQuantity> {
        match self {
            Self::BuiltIn(_) => None,
            Self::Own(own) => Some(own),
        }
    }
}

impl From<Quantity> for NumberQuantity {
    fn from(quantity: Quantity) -> Self {
        Self::BuiltIn(quantity)
    }
}

impl From<OwnQuantity> for NumberQuantity {
    fn from(own: OwnQuantity) -> Self {
        Self::Own(own)
    }
}

/// A quantity that a model declares: a word for programs, and a label for researchers. The macro
/// [`own_quantity!`](crate::own_quantity) creates a constant one.
///
/// ```
/// use beraad_describe::{Label, Language, OwnQuantity};
///
/// let label = Label::new([(Language::EN, "number of kilometres")]);
/// let quantity = OwnQuantity::try_new("kilometres", label.clone())?;
/// assert_eq!(quantity.id(), "kilometres");
/// assert!(OwnQuantity::try_new("days", label.clone()).is_err()); // every model has days
/// assert!(OwnQuantity::try_new("Kilometres", label).is_err());
/// # Ok::<(), beraad_describe::InvalidQuantity>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "model-schema", derive(schemars::JsonSchema))]
#[serde(try_from = "Unchecked")]
pub struct OwnQuantity {
    id: Text,
    label: Label,
}

/// A quantity as JSON has it.
#[derive(Deserialize)]
#[cfg_attr(feature = "model-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
struct Unchecked {
    id: Text,
    label: Label,
}

impl TryFrom<Unchecked> for OwnQuantity {
    type Error = InvalidQuantity;

    fn try_from(quantity: Unchecked) -> Result<Self, InvalidQuantity> {
        Self::try_new(quantity.id, quantity.label)
    }
}

/// A word that cannot be the id of a quantity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InvalidQuantity {
    /// It is not in snake case.
    Form,
    /// It is the word for a kind of value that every model has.
    BuiltIn,
}

impl InvalidQuantity {
    const fn message(self) -> &'static str {
        match self {
            Self::Form => {
                "invalid id of a quantity: expected lower-case letters, digits and underscores, a letter first"
            }
            Self::BuiltIn => {
                "the id of a quantity is the word for a kind of value that every model has: choose another one"
            }
        }
    }
}

impl fmt::Display for InvalidQuantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.message())
    }
}

impl std::error::Error for InvalidQuantity {}

/// The words for the kinds of values that every model has, in a form that a constant can compare. A test compares them with
/// [`ValueKind::ALL`](crate::ValueKind::ALL).
const BUILT_IN: &[&str] = &[
    "day",
    "year_month",
    "year_quarter",
    "year",
    "serial_number",
    "flag",
    "code",
    "amount_class",
    "amount",
    "count",
    "days",
    "weeks",
    "months",
    "years",
    "minutes",
    "hours",
    "hours_per_week",
    "percentage",
    "ratio",
    "list",
    "own_quantity",
];

impl OwnQuantity {
    /// Creates a quantity. `id` is lower-case letters, digits and underscores, with a letter first, and not the word for a
    /// kind of value that every model has, such as `days`.
    ///
    /// # Errors
    /// If `id` is not such a word.
    pub fn try_new(id: impl Into<Text>, label: Label) -> Result<Self, InvalidQuantity> {
        let id = id.into();
        match error_of_id(&id) {
            Some(error) => Err(error),
            None => Ok(Self { id, label }),
        }
    }

    /// Creates a quantity for a constant.
    ///
    /// # Panics
    /// If `id` is not the word for a quantity.
    #[track_caller]
    pub(crate) const fn of_constant(id: &'static str, label: Label) -> Self {
        if let Some(error) = error_of_id(id) {
            panic!("{}", error.message());
        }
        Self {
            id: Text::Borrowed(id),
            label,
        }
    }

    /// Returns the word for the quantity: `kilometres`.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Returns the name of a number of this quantity: "number of kilometres".
    #[must_use]
    pub const fn label(&self) -> &Label {
        &self.label
    }
}

const fn error_of_id(id: &str) -> Option<InvalidQuantity> {
    if !is_snake_case(id) {
        return Some(InvalidQuantity::Form);
    }
    let mut at = 0;
    while at < BUILT_IN.len() {
        if is_same(BUILT_IN[at], id) {
            return Some(InvalidQuantity::BuiltIn);
        }
        at += 1;
    }
    None
}

impl Serialize for NumberQuantity {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::BuiltIn(quantity) => quantity.serialize(serializer),
            Self::Own(own) => own.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for NumberQuantity {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // Not an untagged enum of serde, whose errors do not say which word is unknown.
        struct WordOrObject;

        impl<'de> Visitor<'de> for WordOrObject {
            type Value = NumberQuantity;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("the word for a quantity, or an object with `id` and `label`")
            }

            fn visit_str<E: de::Error>(self, word: &str) -> Result<NumberQuantity, E> {
                Quantity::deserialize(StrDeserializer::new(word)).map(NumberQuantity::BuiltIn)
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<NumberQuantity, A::Error> {
                OwnQuantity::deserialize(MapAccessDeserializer::new(map)).map(NumberQuantity::Own)
            }
        }

        deserializer.deserialize_any(WordOrObject)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;
    use crate::value_type::{ValueKind, ValueType};

    fn kilometres() -> OwnQuantity {
        let texts = [
            (Language::NL, "aantal kilometer"),
            (Language::EN, "number of kilometres"),
        ];
        OwnQuantity::try_new("kilometres", Label::new(texts)).unwrap()
    }

    #[test]
    fn no_own_quantity_has_the_word_for_a_built_in_kind() {
        let ids = ValueKind::ALL.iter().map(|kind| kind.id());
        let all: Vec<_> = ids.chain([ValueKind::OwnQuantity.id()]).collect();
        assert_eq!(BUILT_IN, all);
        for id in all {
            let own = OwnQuantity::try_new(id, kilometres().label);
            assert_eq!(own, Err(InvalidQuantity::BuiltIn));
        }
    }

    #[test]
    fn id_is_a_word_in_snake_case() {
        for id in ["", "1st", "_km", "Km", "km-h", "km h", "kilomètres"] {
            let own = OwnQuantity::try_new(id, kilometres().label);
            assert_eq!(own, Err(InvalidQuantity::Form), "{id}");
        }
        assert!(OwnQuantity::try_new("km_h2", kilometres().label).is_ok());
    }

    #[test]
    fn quantity_is_a_word_or_an_object_in_json() {
        let number = |quantity| ValueType::Number {
            quantity,
            min: 0,
            max: 9,
            decimals: 0,
        };
        let json = |value_type: &ValueType| serde_json::to_string(value_type).unwrap();
        let days = number(Quantity::Days.into());
        let own = number(kilometres().into());
        assert_eq!(
            json(&days),
            r#"{"kind":"number","quantity":"days","min":0,"max":9,"decimals":0}"#
        );
        assert_eq!(
            json(&own),
            r#"{"kind":"number","quantity":{"id":"kilometres","label":{"en":"number of kilometres","nl":"aantal kilometer"}},"min":0,"max":9,"decimals":0}"#
        );
        for value_type in [days, own] {
            assert_eq!(
                serde_json::from_str::<ValueType>(&json(&value_type)).unwrap(),
                value_type
            );
        }
    }

    #[test]
    fn invalid_quantity_is_an_error_that_names_it() {
        let read = |json| {
            serde_json::from_str::<NumberQuantity>(json)
                .unwrap_err()
                .to_string()
        };
        assert!(read(r#""yards""#).contains("unknown variant `yards`"));
        assert!(read(r#"{"id":"days","label":{"en":"a"}}"#).contains("choose another one"));
        assert!(
            read(r#"{"id":"km","label":{"en":"a"},"unit":1}"#).contains("unknown field `unit`")
        );
        assert!(read("3").contains("the word for a quantity"));
    }
}
