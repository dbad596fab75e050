//! Variants of a model that differ from it in one place, for tests of what compares models.

use beraad_describe::Model;
use serde_json::Value;

/// The fields with a word of a vocabulary or a day.
const VOCABULARY: [&str; 22] = [
    "amounts",
    "certainty",
    "closed",
    "dated",
    "dates",
    "documented_from",
    "from",
    "frozen",
    "grain",
    "kind",
    "match_quality",
    "measurement",
    "missing",
    "precision",
    "quantity",
    "read_at",
    "role",
    "severity",
    "status",
    "temporality",
    "to",
    "until",
];

/// Words and a day that take the place of one of a vocabulary.
const WORDS: [&str; 16] = [
    "2001-02-03",
    "closed",
    "open",
    "supplied",
    "reference",
    "quarter",
    "year_month",
    "nominal",
    "metric",
    "exact",
    "likely",
    "unknown",
    "warning",
    "error",
    "status",
    "both",
];

/// A change of one place in the JSON of a model.
#[derive(Clone, Debug)]
pub struct Variant {
    /// The place, as a JSON pointer.
    place: String,
    edit: Edit,
}

#[derive(Clone, Debug)]
enum Edit {
    Set(Value),
    RemoveItem(usize),
    RepeatItem(usize),
    Reverse,
    RemoveField(String),
}

impl Variant {
    /// Returns the model with the change; `None` if it is not a model then, or is the same.
    #[must_use]
    pub fn of(&self, model: &Model, json: &Value) -> Option<Model> {
        let mut json = json.clone();
        let place = json.pointer_mut(&self.place)?;
        match (&self.edit, place) {
            (Edit::Set(value), place) => place.clone_from(value),
            (Edit::RemoveItem(index), Value::Array(items)) => {
                items.remove(*index);
            }
            (Edit::RepeatItem(index), Value::Array(items)) => items.push(items[*index].clone()),
            (Edit::Reverse, Value::Array(items)) => items.reverse(),
            (Edit::RemoveField(name), Value::Object(fields)) => {
                fields.remove(name);
            }
            _ => return None,
        }
        let variant = serde_json::from_value(json).ok();
        variant.filter(|variant| variant != model)
    }
}

/// Returns every change of one place: a text, a number, a flag, an item or a field that is removed, an item that is repeated, or the
/// order of items. Many of them do not give a model.
#[must_use]
pub fn variants(json: &Value) -> Vec<Variant> {
    let mut variants = Vec::new();
    let mut places = vec![String::new()];
    while let Some(place) = places.pop() {
        let Some(value) = json.pointer(&place) else {
            continue;
        };
        let mut add = |edit| {
            variants.push(Variant {
                place: place.clone(),
                edit,
            });
        };
        match value {
            Value::String(text) => {
                add(Edit::Set(format!("{text} x").into()));
                add(Edit::Set("x".into()));
                // Only a word of a vocabulary or a day becomes another one.
                let field = place.rsplit('/').next().unwrap_or_default();
                let words = WORDS.iter().filter(|word| *word != text);
                for word in words.filter(|_| VOCABULARY.contains(&field)) {
                    add(Edit::Set((*word).into()));
                }
            }
            Value::Number(number) => {
                let number = number.as_i64().unwrap_or_default();
                add(Edit::Set((number + 1).into()));
                add(Edit::Set((number - 1).into()));
            }
            Value::Bool(flag) => add(Edit::Set((!flag).into())),
            Value::Null => add(Edit::Set("x".into())),
            Value::Array(items) => {
                for index in 0..items.len() {
                    add(Edit::RemoveItem(index));
                    add(Edit::RepeatItem(index));
                }
                if items.len() > 1 {
                    add(Edit::Reverse);
                }
                places.extend((0..items.len()).map(|index| format!("{place}/{index}")));
            }
            Value::Object(fields) => {
                for name in fields.keys() {
                    add(Edit::RemoveField(name.clone()));
                }
                places.extend(fields.keys().map(|name| format!("{place}/{name}")));
            }
        }
    }
    variants
}
