//! The constants of rules.

use std::fmt;

use serde::de::{self, EnumAccess, VariantAccess};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::calendar::{CalendarPeriod, CalendarType, Grain};
use crate::text::Text;

/// A constant in a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Literal {
    /// Yes or no.
    Flag(bool),
    /// A whole number.
    Number(i64),
    /// A month, a quarter or a year.
    Period(CalendarPeriod),
    /// A code of a list.
    Code {
        /// The id of the list.
        list: Text,
        /// The stored text.
        code: Text,
    },
}

impl<P: CalendarType> From<P> for Literal {
    fn from(period: P) -> Self {
        Self::Period(period.into())
    }
}

// Serde is written out so that a period has the id of its kind as key (`{"year_month": "2016-03"}`) without a variant of
// its own: the keys of periods are those of the grains.

#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "model-schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
struct CodeOfList {
    list: Text,
    code: Text,
}

impl Serialize for Literal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        const NAME: &str = "Literal";
        match self {
            Self::Flag(flag) => serializer.serialize_newtype_variant(NAME, 0, "flag", flag),
            Self::Number(number) => serializer.serialize_newtype_variant(NAME, 1, "number", number),
            Self::Period(period) => {
                serializer.serialize_newtype_variant(NAME, 2, period.grain().kind_id(), period)
            }
            Self::Code { list, code } => {
                // Cloned: a struct of references would describe the same form a second time.
                let (list, code) = (list.clone(), code.clone());
                let content = CodeOfList { list, code };
                serializer.serialize_newtype_variant(NAME, 3, "code", &content)
            }
        }
    }
}

impl<'de> Deserialize<'de> for Literal {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // Only formats that are not self-describing need the list of variants, and descriptions are JSON.
        deserializer.deserialize_enum("Literal", &[], LiteralVisitor)
    }
}

struct LiteralVisitor;

impl<'de> de::Visitor<'de> for LiteralVisitor {
    type Value = Literal;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a constant of a rule")
    }

    fn visit_enum<A: EnumAccess<'de>>(self, data: A) -> Result<Literal, A::Error> {
        let (key, content) = data.variant::<Text>()?;
        match &*key {
            "flag" => content.newtype_variant().map(Literal::Flag),
            "number" => content.newtype_variant().map(Literal::Number),
            "code" => {
                let CodeOfList { list, code } = content.newtype_variant()?;
                Ok(Literal::Code { list, code })
            }
            key => {
                // Any other key must be the kind of a date.
                let grain = Grain::from_kind_id(key).ok_or_else(|| {
                    de::Error::custom(format_args!("unknown kind of constant `{key}`"))
                })?;
                content.newtype_variant_seed(grain).map(Literal::Period)
            }
        }
    }
}
