//! `schemars::JsonSchema` for the types of a model whose form in JSON is written by hand: what serde reads.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use crate::calendar::{CalendarPeriod, Grain};
use crate::code_pattern::CodePattern;
use crate::expr::Literal;
use crate::label::Label;
use crate::language::Language;
use crate::model::{FORMAT_NUMBER, StoredFormat};
use crate::period::Date;
use crate::quantity::{NumberQuantity, OwnQuantity, Quantity};
use crate::text::Text;
use crate::value_type::ValueKind;

/// Implements `JsonSchema` for a type by a function that writes its schema.
macro_rules! schema {
    ($type:ident, $generator:ident => $schema:expr) => {
        impl JsonSchema for $type {
            fn schema_name() -> Cow<'static, str> {
                stringify!($type).into()
            }

            fn json_schema($generator: &mut SchemaGenerator) -> Schema {
                $schema
            }
        }
    };
}

/// The pattern of a tag of a language, such as `nl` or `fr-BE`.
const TAG: &str = "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$";

schema!(Label, _generator => json_schema!({
    "description": "A text in one or more languages, by their tags.",
    "type": "object",
    "minProperties": 1,
    "propertyNames": { "pattern": TAG },
    "additionalProperties": { "type": "string" },
}));
schema!(Language, _generator => json_schema!({
    "description": "The tag of a language.",
    "type": "string",
    "pattern": TAG,
    "maxLength": Language::MAX_LEN,
}));
schema!(Date, _generator => json_schema!({
    "description": "A day.",
    "type": "string",
    "format": "date",
    "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
}));
schema!(StoredFormat, _generator => json_schema!({
    "description": "The number of the format.",
    "const": FORMAT_NUMBER,
}));
schema!(CodePattern, _generator => json_schema!({
    "description": "A pattern: a small part of regular expressions.",
    "type": "string",
}));
schema!(ValueKind, _generator => {
    let ids: Vec<_> = ValueKind::ALL.iter().map(|kind| kind.id()).collect();
    json_schema!({ "description": "The id of a kind of value.", "enum": ids })
});
schema!(NumberQuantity, generator => json_schema!({
    "description": "A quantity: the word for a built-in one, or the id and the label of another one.",
    "anyOf": [generator.subschema_for::<Quantity>(), generator.subschema_for::<OwnQuantity>()],
}));
schema!(Literal, generator => {
    let text = generator.subschema_for::<Text>();
    let of = |key: &str, value: Schema| json_schema!({
        "type": "object",
        "properties": { key: value },
        "required": [key],
        "additionalProperties": false,
    });
    let code = json_schema!({
        "type": "object",
        "properties": { "list": text.clone(), "code": text },
        "required": ["list", "code"],
        "additionalProperties": false,
    });
    let mut forms = vec![
        of("flag", generator.subschema_for::<bool>()),
        of("number", generator.subschema_for::<i64>()),
        of("code", code),
    ];
    let grains = [Grain::Year, Grain::Quarter, Grain::Month, Grain::Day];
    let period = generator.subschema_for::<CalendarPeriod>();
    forms.extend(grains.map(|grain| of(grain.kind_id(), period.clone())));
    json_schema!({ "description": "A constant.", "oneOf": forms })
});
schema!(CalendarPeriod, _generator => json_schema!({
    "description": "A day, month, quarter or year.",
    "type": ["string", "integer"],
}));
