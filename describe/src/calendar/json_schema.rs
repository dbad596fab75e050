//! `schemars::JsonSchema` for days, months, quarters and years: what serde reads.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::{Day, Grain, YEARS, Year, YearMonth, YearQuarter};

/// Implements `JsonSchema` for a type whose values are written as texts.
macro_rules! text_schema {
    ($type:ident, $grain:ident) => {
        impl JsonSchema for $type {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> Cow<'static, str> {
                stringify!($type).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                let form = Grain::$grain.text_form();
                // The lengths repeat what the pattern says, because some engines let `$` match before a line end.
                json_schema!({
                    "type": "string",
                    "pattern": form.pattern,
                    "minLength": form.example.len(),
                    "maxLength": form.example.len(),
                })
            }
        }
    };
}

text_schema!(Day, Day);
text_schema!(YearMonth, Month);
text_schema!(YearQuarter, Quarter);

impl JsonSchema for Year {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Year".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "integer", "minimum": YEARS.0, "maximum": YEARS.1 })
    }
}
