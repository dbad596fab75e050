//! `schemars::JsonSchema` for value types: the schema that a column of the type has, without null.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator};

use crate::json_schema::schemars_schema_of_value;
use crate::value::{
    Amount, AmountClass, Code, CodeList, Currency, QuantityType, Scaled, SerialNumber, Signed,
    Subject, Whole,
};

/// Implements `JsonSchema` for a value type. The schemas are short and have no name of their own in the schema of a struct.
macro_rules! value_schema {
    ([$($generics:tt)*] $type:ty, $name:literal) => {
        impl<$($generics)*> JsonSchema for $type {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> Cow<'static, str> {
                $name.into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                schemars_schema_of_value::<Self>()
            }
        }
    };
}

value_schema!([S: Subject] SerialNumber<S>, "SerialNumber");
value_schema!([L: CodeList] Code<L>, "Code");
value_schema!([L: CodeList] AmountClass<L>, "AmountClass");
value_schema!([C: Currency, const MIN: i64, const MAX: i64] Amount<C, MIN, MAX>, "Amount");
value_schema!([Q: QuantityType, const MIN: i64, const MAX: i64] Whole<Q, MIN, MAX>, "Whole");
value_schema!([Q: QuantityType, const MIN: i64, const MAX: i64] Signed<Q, MIN, MAX>, "Signed");
value_schema!([Q: QuantityType, const MIN: i64, const MAX: i64, const DECIMALS: u8] Scaled<Q, MIN, MAX, DECIMALS>, "Scaled");
