//! The physical form of columns, as Arrow has it, before any library's types: both Arrow libraries write out the same.

use std::collections::BTreeMap;
use std::fmt;

use crate::describe::{self, Column, Label, Model, ValueType};
#[cfg(any(feature = "arrow", feature = "arrow2"))]
use crate::row::Block;

/// The type of a column in memory and in files.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum PhysicalType {
    /// Days since 1 January 1970: the first day of a month or quarter.
    Date32,
    /// A year.
    Int16,
    /// A serial number or a whole number.
    UInt32,
    /// Yes or no.
    Boolean,
    /// Positions in the list of distinct code texts of a closed list of at most 256.
    DictionaryUInt8,
    /// Positions in a list of code texts that the file brings along.
    DictionaryUInt16,
    /// A number with decimals.
    Decimal128 {
        /// Digits in all.
        precision: u8,
        /// Digits after the point.
        scale: u8,
    },
    /// Several values.
    List(Box<PhysicalField>),
}

/// As Arrow's own libraries write it.
impl fmt::Display for PhysicalType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Date32 => f.write_str("date32"),
            Self::Int16 => f.write_str("int16"),
            Self::UInt32 => f.write_str("uint32"),
            Self::Boolean => f.write_str("bool"),
            Self::DictionaryUInt8 => f.write_str("dictionary<uint8, utf8>"),
            Self::DictionaryUInt16 => f.write_str("dictionary<uint16, utf8>"),
            Self::Decimal128 { precision, scale } => write!(f, "decimal128({precision}, {scale})"),
            Self::List(item) => write!(f, "list<{}>", item.physical_type),
        }
    }
}

/// A column in memory and in files.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct PhysicalField {
    /// The name.
    pub name: String,
    /// The type.
    pub physical_type: PhysicalType,
    /// Whether there may be no value.
    pub nullable: bool,
    /// The name of the extension type that says what the values mean.
    pub extension: Option<&'static str>,
    /// The description.
    pub metadata: BTreeMap<String, String>,
}

/// The columns of a block. `list` finds a code list by its id.
#[must_use]
pub fn physical_fields<'a>(
    block: &describe::Block,
    list: impl Fn(&str) -> Option<&'a describe::CodeList>,
) -> Vec<PhysicalField> {
    let columns = block.columns();
    columns
        .iter()
        .map(|column| {
            let (physical_type, extension) = physical_type(column.value_type(), &list);
            PhysicalField {
                name: column.name.clone(),
                physical_type,
                nullable: column.nullable(),
                extension,
                metadata: field_metadata(column, &list),
            }
        })
        .collect()
}

/// The columns of the rows of `R`, with the code lists that its types name.
#[cfg(any(feature = "arrow", feature = "arrow2"))]
pub(crate) fn physical_fields_of<R: Block>() -> Vec<PhysicalField> {
    let lists = R::code_lists();
    physical_fields(R::description(), |id| {
        lists.iter().copied().find(|list| list.id == id)
    })
}

/// The description of a model and one of its blocks, as metadata of a schema.
///
/// `fingerprint` is that of the model: it takes a hash over the whole of it, and is made once for many blocks.
#[must_use]
pub fn schema_metadata(
    model: &Model,
    fingerprint: &str,
    block: &describe::Block,
) -> BTreeMap<String, String> {
    let deliberation = &model.deliberation;
    BTreeMap::from([
        ("beraad.model_version".into(), model.version.to_string()),
        ("beraad.fingerprint".into(), fingerprint.to_owned()),
        (
            "beraad.deliberation".into(),
            deliberation.number.to_string(),
        ),
        (
            "beraad.keep_until".into(),
            deliberation.keep_until.to_string(),
        ),
        ("beraad.block".into(), block.id.to_string()),
        ("beraad.heading".into(), block.heading.to_string()),
        ("beraad.paragraph".into(), block.paragraph.to_string()),
        ("beraad.label.nl".into(), block.label.nl.to_string()),
        ("beraad.label.en".into(), block.label.en.to_string()),
        ("beraad.row_unit.nl".into(), block.row_unit.nl.to_string()),
        ("beraad.row_unit.en".into(), block.row_unit.en.to_string()),
    ])
}

fn physical_type<'a>(
    value_type: &ValueType,
    list: &impl Fn(&str) -> Option<&'a describe::CodeList>,
) -> (PhysicalType, Option<&'static str>) {
    match value_type {
        ValueType::YearMonth {} => (PhysicalType::Date32, Some("beraad.year_month")),
        ValueType::YearQuarter {} => (PhysicalType::Date32, Some("beraad.year_quarter")),
        ValueType::Year {} => (PhysicalType::Int16, None),
        ValueType::SerialNumber { .. } => (PhysicalType::UInt32, Some("beraad.serial_number")),
        ValueType::Flag {} => (PhysicalType::Boolean, None),
        ValueType::Code { list: id } => {
            let few = |list: &describe::CodeList| list.published_codes().count() <= 1 << u8::BITS;
            let closed = list(id).is_some_and(|list| list.rejects_unknown_codes() && few(list));
            (
                if closed {
                    PhysicalType::DictionaryUInt8
                } else {
                    PhysicalType::DictionaryUInt16
                },
                None,
            )
        }
        ValueType::AmountClass { .. } => (PhysicalType::DictionaryUInt16, None),
        ValueType::Number { decimals: 0, .. } => (PhysicalType::UInt32, None),
        // Fifteen digits: eleven before the point and four after it.
        ValueType::Number { decimals, .. } => (
            PhysicalType::Decimal128 {
                precision: 15,
                scale: *decimals,
            },
            None,
        ),
        ValueType::List { .. } => {
            let (physical_type, extension) = physical_type(value_type.item(), list);
            let item = PhysicalField {
                name: "item".into(),
                physical_type,
                nullable: false,
                extension,
                metadata: BTreeMap::new(),
            };
            (PhysicalType::List(Box::new(item)), None)
        }
    }
}

fn field_metadata<'a>(
    column: &Column<'_>,
    list: &impl Fn(&str) -> Option<&'a describe::CodeList>,
) -> BTreeMap<String, String> {
    let mut metadata = BTreeMap::new();
    let mut put =
        |key: &str, value: &str| metadata.insert(format!("beraad.{key}"), value.to_owned());
    let mut put_label = |key: &str, label: &Label| {
        put(&format!("{key}.nl"), &label.nl);
        put(&format!("{key}.en"), &label.en);
        if let Some(fr) = &label.fr {
            put(&format!("{key}.fr"), fr);
        }
    };
    put_label("label", &column.label());
    put_label("definition", &column.definition());
    if let Some(variable) = column.variable() {
        if let Some(unit) = &variable.unit {
            put_label("unit", unit);
        }
        if let Some(null_means) = &variable.null_means {
            put_label("null_means", null_means);
        }
    }
    put("kind", column.value_type().kind().into());
    if let ValueType::SerialNumber { of } = column.value_type().item() {
        put("serial_number_of", of);
    }
    if let Some(role) = column.role() {
        put("role", role.into());
    }
    if let Some(relative) = column.relative() {
        put("relative", relative);
    }
    let Some(variable) = column.variable() else {
        return metadata;
    };
    put("term", &variable.phrase.term);
    if let Some(of) = &variable.phrase.of {
        put("of", of);
    }
    if let Some(id) = &variable.code_list {
        put("code_list", id);
        // A published list is found in the model; of one that came with a delivery, this file may be all there is.
        let supplied = list(id).and_then(|list| Some((list, list.supplied_by.as_ref()?)));
        if let Some((list, supplied)) = supplied {
            put("code_list.file", &supplied.file);
            put("code_list.sha256", &supplied.sha256);
            put("code_list.codes", &codes(list));
        }
    }
    put("measurement", variable.measurement.into());
    put("match_quality", variable.match_quality.into());
    put("type_certainty", variable.certainty.into());
    if !variable.origins.is_empty() {
        let origins = serde_json::to_string(&variable.origins);
        put("origins", &origins.unwrap_or_default());
    }
    metadata
}

/// The codes of a list with their labels, as JSON; where a code has several meanings, each once.
fn codes(list: &describe::CodeList) -> String {
    let codes = list.published_codes().map(|(text, code)| {
        let mut meanings: Vec<(&str, &str)> = Vec::new();
        for meaning in code.meanings.iter() {
            let both = (&*meaning.label.nl, &*meaning.label.en);
            if !meanings.contains(&both) {
                meanings.push(both);
            }
        }
        let (nl, en): (Vec<_>, Vec<_>) = meanings.into_iter().unzip();
        serde_json::json!({ "code": text, "nl": nl.join(" / "), "en": en.join(" / ") })
    });
    serde_json::Value::from(codes.collect::<Vec<_>>()).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::describe::{CodeEntry, ListKind};

    #[test]
    fn a_position_is_a_byte_where_all_positions_are() {
        let list = |codes: usize| {
            let mut list = describe::CodeList::new("list", "", ListKind::Closed);
            list.codes = (0..codes)
                .map(|code| CodeEntry::new(code.to_string(), Vec::new()))
                .collect();
            list
        };
        let value_type = ValueType::Code {
            list: "list".into(),
        };
        let of = |codes| {
            physical_type(&value_type, &|_: &str| {
                Some(&*Box::leak(Box::new(list(codes))))
            })
            .0
        };
        assert_eq!(of(256), PhysicalType::DictionaryUInt8);
        assert_eq!(of(257), PhysicalType::DictionaryUInt16);
    }
}
