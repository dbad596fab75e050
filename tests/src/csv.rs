//! Conversion of rows to CSV and back.

use beraad_schema::Block;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value as Json;

/// Writes a header and the rows.
///
/// # Panics
/// Panics if CSV cannot represent a row.
#[must_use]
pub fn to_string<T: Serialize>(rows: &[T]) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in rows {
        writer.serialize(row).expect("a row that CSV can represent");
    }
    let bytes = writer.into_inner().expect("writing to memory");
    String::from_utf8(bytes).expect("serde writes UTF-8")
}

/// Reads the rows of a text with a header.
///
/// # Errors
/// Returns the error of the first invalid row.
pub fn from_str<T: DeserializeOwned>(text: &str) -> csv::Result<Vec<T>> {
    csv::Reader::from_reader(text.as_bytes())
        .deserialize()
        .collect()
}

/// Returns the row that results from writing and reading a row as CSV: an empty code of a nullable column becomes null.
///
/// # Panics
/// Panics if serde rejects what it wrote.
#[must_use]
pub fn as_read_back<R: Block>(row: &R) -> R {
    let mut json = serde_json::to_value(row).expect("a row as JSON");
    for column in R::description().columns() {
        // CSV has one empty field for both.
        if column.nullable() && json[&column.name] == "" {
            json[&column.name] = Json::Null;
        }
    }
    serde_json::from_value(json).expect("a row from its JSON")
}
