//! Rows as the text of a CSV file, and back.

use beraad_schema::Block;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value as Json;

/// The rows below a header.
///
/// # Panics
/// If they cannot be written.
#[must_use]
pub fn text<T: Serialize>(rows: &[T]) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in rows {
        writer.serialize(row).expect("a row that CSV can hold");
    }
    let bytes = writer.into_inner().expect("writing to memory");
    String::from_utf8(bytes).expect("what serde writes is UTF-8")
}

/// The rows of a text with a header.
///
/// # Errors
/// What is wrong with the first row that is wrong.
pub fn rows<T: DeserializeOwned>(text: &str) -> csv::Result<Vec<T>> {
    csv::Reader::from_reader(text.as_bytes())
        .deserialize()
        .collect()
}

/// The row as CSV brings it back: an empty code of a column that may be null is null.
///
/// # Panics
/// If serde does not take what it writes.
#[must_use]
pub fn as_read_back<R: Block>(row: &R) -> R {
    let mut json = serde_json::to_value(row).expect("a row is JSON");
    for column in R::description().columns() {
        if column.nullable() && json[&column.name] == "" {
            json[&column.name] = Json::Null;
        }
    }
    serde_json::from_value(json).expect("a row")
}
