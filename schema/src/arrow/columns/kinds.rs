//! The kind of the values of a column, as the metadata of a file state it.

use arrow_schema::extension::EXTENSION_TYPE_NAME_KEY;
use arrow_schema::{DataType, Field};

use crate::describe::{OwnQuantity, ValueType};
use crate::physical::{CURRENCY_KEY, KIND_KEY, QUANTITY_KEY, SERIAL_NUMBER_KEY};
use crate::value::column::ColumnErrorKind;

/// Validates that the metadata of a column state no other kind of values than those of a variable.
///
/// One Arrow type stores several kinds: the first day of a month may also be that of a quarter. Metadata that are absent, or of
/// another program, state nothing.
///
/// # Errors
/// If the metadata state another kind of values, subject of serial numbers, currency or quantity.
pub(in crate::arrow) fn validate_kind(
    field: &Field,
    value_type: &ValueType,
) -> Result<(), ColumnErrorKind> {
    validate_extension(field, value_type)?;
    if let DataType::List(item) | DataType::LargeList(item) | DataType::FixedSizeList(item, _) =
        field.data_type()
    {
        validate_extension(item, value_type.item())?;
    }
    if field.metadata().is_empty() {
        return Ok(());
    }
    let item = value_type.item();
    let subject = match item {
        ValueType::SerialNumber { of } => Some(&**of),
        _ => None,
    };
    let quantity = item.own_quantity().map(OwnQuantity::id);
    let kind = value_type.kind();
    validate_key(field, KIND_KEY, Some(kind.id()), item)?;
    validate_key(field, SERIAL_NUMBER_KEY, subject, item)?;
    validate_key(field, CURRENCY_KEY, item.currency(), item)?;
    validate_key(field, QUANTITY_KEY, quantity, item)
}

/// Validates the name of an extension type, if it is one of this library.
fn validate_extension(field: &Field, value_type: &ValueType) -> Result<(), ColumnErrorKind> {
    let name = field.metadata().get(EXTENSION_TYPE_NAME_KEY);
    if !name.is_some_and(|name| name.starts_with("beraad.")) {
        return Ok(());
    }
    let expected = value_type.kind().record().extension;
    validate_key(field, EXTENSION_TYPE_NAME_KEY, expected, value_type)
}

/// Validates the value of a key of the metadata, if the key is there.
fn validate_key(
    field: &Field,
    key: &'static str,
    expected: Option<&str>,
    value_type: &ValueType,
) -> Result<(), ColumnErrorKind> {
    let found = field.metadata().get(key);
    match found {
        Some(found) if Some(found.as_str()) != expected => Err(ColumnErrorKind::OtherKind {
            key,
            // A kind without this key has a name of its own.
            expected: expected
                .unwrap_or_else(|| value_type.kind().id())
                .to_owned(),
            found: found.clone(),
        }),
        _ => Ok(()),
    }
}
