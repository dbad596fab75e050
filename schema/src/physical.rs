//! The physical types of columns in the terms of Arrow, without the types of an Arrow library: the modules `arrow` and
//! `arrow2` translate them, so that both write the same.

use std::collections::BTreeMap;
use std::fmt;

use crate::describe::{
    self, Column, DIGITS_MAX, IntegerSize, Label, Model, Representation, Retention, ValueType,
};

/// The key of the id of the block, in the metadata of a schema.
pub(crate) const BLOCK_KEY: &str = "beraad.block";

/// The key of the fingerprint of the block.
pub(crate) const BLOCK_FINGERPRINT_KEY: &str = "beraad.block_fingerprint";

/// The key of the number of the decision.
pub(crate) const DECISION_KEY: &str = "beraad.deliberation";

/// The key of the version of the model.
pub(crate) const MODEL_VERSION_KEY: &str = "beraad.model_version";

/// The key of the fingerprint of the model.
pub(crate) const FINGERPRINT_KEY: &str = "beraad.fingerprint";

/// The key of the kind of the values, in the metadata of a column.
pub(crate) const KIND_KEY: &str = "beraad.kind";

/// The key of the subject of serial numbers.
pub(crate) const SERIAL_NUMBER_KEY: &str = "beraad.serial_number_of";

/// The key of the currency of an amount.
pub(crate) const CURRENCY_KEY: &str = "beraad.currency";

/// The key of a quantity that the model declares.
pub(crate) const QUANTITY_KEY: &str = "beraad.quantity";

/// The type of a column in memory and in files, in the terms of Arrow. `Display` writes it as Arrow's own libraries do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PhysicalType {
    /// Days since 1 January 1970: the first day of a month or quarter.
    Date32,
    /// A whole number whose bounds fit.
    Int8,
    /// A year (1000 to 9999), or a whole number whose bounds fit.
    Int16,
    /// A whole number whose bounds fit.
    Int32,
    /// An amount in a currency without decimals.
    Int64,
    /// A serial number, or a whole number that is never negative.
    UInt32,
    /// True or false.
    Boolean,
    /// Codes of a closed list of at most 256 codes: each is stored as its position in the list.
    DictionaryUInt8,
    /// Other codes: each is stored as its position in a dictionary that the file contains.
    DictionaryUInt16,
    /// A number with decimals, stored as a whole number of its smallest unit.
    Decimal128 {
        /// The number of digits.
        precision: u8,
        /// The number of digits after the decimal point.
        scale: u8,
    },
    /// A list of values; the field describes one item.
    List(Box<PhysicalField>),
}

/// The notation of Arrow's own libraries: `list<uint32>`.
impl fmt::Display for PhysicalType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Date32 => f.write_str("date32"),
            Self::Int8 => f.write_str("int8"),
            Self::Int16 => f.write_str("int16"),
            Self::Int32 => f.write_str("int32"),
            Self::Int64 => f.write_str("int64"),
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
///
/// ```
/// use beraad_schema::{Block, physical_fields};
///
/// /// Prints the stored type of each column, by the lists as they were compiled.
/// fn print_types<R: Block>() {
///     let lists = R::code_lists();
///     let list = |id: &str| lists.iter().copied().find(|list| list.id == id);
///     for field in physical_fields(R::description(), list) {
///         println!("{} {:?}", field.name, field.physical_type);
///     }
/// }
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct PhysicalField {
    /// The name of the column.
    pub name: String,
    /// The type of its values.
    pub physical_type: PhysicalType,
    /// True if null is allowed.
    pub nullable: bool,
    /// The name of the extension type that gives the meaning of the values, such as `beraad.year_month`; `None` if the stored
    /// values show what they mean.
    pub extension: Option<&'static str>,
    /// True if the source of a flag is known to write it as 0 or 1.
    pub is_numeric_flag: bool,
    /// The description of the column, with keys that begin with `beraad.`.
    pub metadata: BTreeMap<String, String>,
}

/// Returns the columns of a block, in declaration order. `list` finds a code list by its id; a column whose list it does not
/// find is written as that of an open list.
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
                is_numeric_flag: is_numeric_flag(column, &list),
                metadata: field_metadata(column, &list),
            }
        })
        .collect()
}

/// Returns true if a column holds flags, and its code list says that the source writes them as 0 and 1.
fn is_numeric_flag<'a>(
    column: &Column<'_>,
    list: &impl Fn(&str) -> Option<&'a describe::CodeList>,
) -> bool {
    let is_flag = matches!(column.value_type(), ValueType::Flag {});
    let list = column
        .variable()
        .filter(|_| is_flag)
        .and_then(|variable| list(variable.code_list.as_deref()?));
    list.is_some_and(|list| list.flag_entries().is_some())
}

/// Returns the description of a model and one of its blocks, as the metadata of a schema, with keys that begin with `beraad.`.
///
/// | key | value |
/// | --- | --- |
/// | `beraad.block` | the id of the block |
/// | `beraad.block_fingerprint` | [`Model::block_fingerprint`]: of the block and the code lists that it uses |
/// | `beraad.deliberation` | the number of the decision |
/// | `beraad.paragraph`, `beraad.heading` | the place of the block in the decision |
/// | `beraad.keep_until` | the day until which the data may be kept; words of the decision have a key for each language |
/// | `beraad.label.<language>`, `beraad.row_unit.<language>` | the label of the block, and the unit of a row |
///
/// A change to anything else in the model leaves these values as they are. Files of rows also have the keys of
/// [`model_metadata`].
#[must_use]
pub fn schema_metadata(model: &Model, block: &describe::Block) -> BTreeMap<String, String> {
    let deliberation = &model.deliberation;
    let mut metadata = BTreeMap::new();
    for (key, value) in [
        (BLOCK_FINGERPRINT_KEY, &*model.block_fingerprint(block)),
        (DECISION_KEY, &deliberation.number),
        (BLOCK_KEY, &block.id),
    ] {
        metadata.insert(key.to_owned(), value.to_owned());
    }
    let mut insert =
        |key: &str, value: &str| metadata.insert(format!("beraad.{key}"), value.to_owned());
    match &deliberation.keep_until {
        None => {}
        Some(Retention::Until(day)) => {
            insert("keep_until", &day.to_string());
        }
        Some(Retention::Words(words)) => insert_label(&mut insert, "keep_until", words),
    }
    insert("heading", &block.heading);
    insert("paragraph", &block.paragraph);
    insert_label(&mut insert, "label", &block.label);
    insert_label(&mut insert, "row_unit", &block.row_unit);
    metadata
}

/// Returns the metadata that files of rows have in addition to [`schema_metadata`]: the model that they were written with.
///
/// | key | value |
/// | --- | --- |
/// | `beraad.model_version` | the version of the model |
/// | `beraad.fingerprint` | `fingerprint`, which is that of the model as [`Model::fingerprint`] returns it |
///
/// The fingerprint takes a hash over the whole model: compute it once for many blocks.
#[must_use]
pub fn model_metadata(model: &Model, fingerprint: &str) -> BTreeMap<String, String> {
    BTreeMap::from([
        (MODEL_VERSION_KEY.to_owned(), model.version.to_string()),
        (FINGERPRINT_KEY.to_owned(), fingerprint.to_owned()),
    ])
}

/// Inserts a label with a key for each language: `label.nl`, `label.en`.
fn insert_label<R>(insert: &mut impl FnMut(&str, &str) -> R, key: &str, label: &Label) {
    for (language, text) in label.iter() {
        insert(&format!("{key}.{language}"), text);
    }
}

/// The physical type of values, and the name of their extension type.
fn physical_type<'a>(
    value_type: &ValueType,
    list: &impl Fn(&str) -> Option<&'a describe::CodeList>,
) -> (PhysicalType, Option<&'static str>) {
    let physical = match value_type.representation() {
        Representation::Period(_) => PhysicalType::Date32,
        Representation::Whole { size, .. } => match size {
            IntegerSize::Int8 => PhysicalType::Int8,
            IntegerSize::Int16 => PhysicalType::Int16,
            IntegerSize::Int32 => PhysicalType::Int32,
            IntegerSize::Int64 => PhysicalType::Int64,
            IntegerSize::UInt32 => PhysicalType::UInt32,
        },
        Representation::Decimal { decimals, .. } => PhysicalType::Decimal128 {
            precision: DIGITS_MAX,
            scale: decimals,
        },
        Representation::Flag => PhysicalType::Boolean,
        Representation::Code { list: id } => {
            // The position of the last of 256 codes is 255, the largest byte.
            let is_short =
                |list: &describe::CodeList| list.published_codes().count() <= 1 << u8::BITS;
            // The codes of a class of amounts come with the delivery, whatever the list says.
            let is_class = matches!(value_type, ValueType::AmountClass { .. });
            let closed =
                list(id).is_some_and(|list| list.is_closed_as_published() && is_short(list));
            if closed && !is_class {
                PhysicalType::DictionaryUInt8
            } else {
                PhysicalType::DictionaryUInt16
            }
        }
        Representation::List { item } => {
            let (physical_type, extension) = physical_type(item, list);
            PhysicalType::List(Box::new(PhysicalField {
                name: "item".into(),
                physical_type,
                // A list of a row has no nulls: `Vec<Option<_>>` is not a value type.
                nullable: false,
                extension,
                is_numeric_flag: false,
                metadata: BTreeMap::new(),
            }))
        }
    };
    (physical, value_type.kind().record().extension)
}

fn field_metadata<'a>(
    column: &Column<'_>,
    list: &impl Fn(&str) -> Option<&'a describe::CodeList>,
) -> BTreeMap<String, String> {
    let mut metadata = BTreeMap::new();
    let item = column.value_type().item();
    let mut insert_key = |key: &str, value: &str| metadata.insert(key.to_owned(), value.to_owned());
    insert_key(KIND_KEY, column.value_type().kind().id());
    if let ValueType::SerialNumber { of } = item {
        insert_key(SERIAL_NUMBER_KEY, of);
    }
    if let Some(currency) = item.currency() {
        insert_key(CURRENCY_KEY, currency);
    }
    if let Some(quantity) = item.own_quantity() {
        insert_key(QUANTITY_KEY, quantity.id());
    }
    let mut insert =
        |key: &str, value: &str| metadata.insert(format!("beraad.{key}"), value.to_owned());
    insert_label(&mut insert, "label", &column.label());
    insert_label(&mut insert, "definition", &column.definition());
    if let Some(variable) = column.variable() {
        if let Some(unit) = &variable.unit {
            insert_label(&mut insert, "unit", unit);
        }
        if let Some(null_means) = &variable.null_means {
            insert_label(&mut insert, "null_means", null_means);
        }
    }
    if let Some(quantity) = item.own_quantity() {
        insert_label(&mut insert, "quantity.label", quantity.label());
    }
    if let Some(role) = column.role() {
        insert("role", role.into());
    }
    if let Some(why) = column.why() {
        insert_label(&mut insert, "why", why);
    }
    if let Some(certainty) = column.period_certainty() {
        insert("period_certainty", certainty.into());
    }
    if let Some(relative) = column.relative() {
        insert("relative", relative);
    }
    if let Some(id) = column.code_list() {
        insert("code_list", id);
        let list = list(id);
        if let Some(supplied) = list.and_then(|list| list.supplied_by.as_ref()) {
            insert("code_list.file", &supplied.file);
            insert("code_list.sha256", &supplied.sha256);
        }
        // As in the model: a code keeps its meanings apart, each with its period, also where nobody has the model at hand.
        if let Some(list) = list.filter(|list| !list.codes.is_empty()) {
            let codes = serde_json::to_string(&list.codes);
            insert("code_list.codes", &codes.unwrap_or_default());
        }
    }
    let Some(variable) = column.variable() else {
        return metadata;
    };
    insert("term", &variable.phrase.term);
    if let Some(of) = &variable.phrase.of {
        insert("of", of);
    }
    insert("measurement", variable.measurement.into());
    if let Some(match_quality) = variable.match_quality {
        insert("match_quality", match_quality.into());
    }
    insert("type_certainty", variable.certainty.into());
    if !variable.origins.is_empty() {
        let origins = serde_json::to_string(&variable.origins);
        insert("origins", &origins.unwrap_or_default());
    }
    metadata
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::describe::{CodeEntry, Language, ListKind};

    #[test]
    fn key_is_one_byte_if_all_positions_fit() {
        let list_of = |codes: usize| {
            let definition = Label::new([(Language::EN, "Codes for a test.")]);
            let mut list = describe::CodeList::new("list", definition, ListKind::Closed);
            list.codes = (0..codes)
                .map(|code| CodeEntry::new(code.to_string(), Vec::new()))
                .collect();
            list
        };
        let value_type = ValueType::Code {
            list: "list".into(),
        };
        let type_for = |codes| {
            let list = list_of(codes);
            physical_type(&value_type, &|_: &str| Some(&list)).0
        };
        assert_eq!(type_for(256), PhysicalType::DictionaryUInt8);
        assert_eq!(type_for(257), PhysicalType::DictionaryUInt16);
    }
}
