//! JSON whose objects have their keys in order, whatever features other crates give to `serde_json`.

use serde::{Serialize, Serializer};
use serde_json::Value;

/// A value that is written with the keys of each object in order.
pub(crate) struct Sorted<'v>(pub(crate) &'v Value);

impl Serialize for Sorted<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Value::Object(fields) => {
                let mut fields: Vec<_> = fields.iter().collect();
                fields.sort_by_key(|(name, _)| *name);
                serializer.collect_map(
                    fields
                        .into_iter()
                        .map(|(name, value)| (name, Sorted(value))),
                )
            }
            Value::Array(items) => serializer.collect_seq(items.iter().map(Sorted)),
            other => other.serialize(serializer),
        }
    }
}

/// Returns the text of a value on one line.
pub(crate) fn sorted_text(value: &Value) -> String {
    // A value has a form in JSON in any case.
    serde_json::to_string(&Sorted(value)).unwrap_or_default()
}
