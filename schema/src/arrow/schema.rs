//! Schemas: what the description of a block says to Arrow.

use arrow_schema::{DataType, Field, Metadata, Schema};

use crate::describe::{self, Model};
use crate::physical::{
    PhysicalField, PhysicalType, physical_fields, physical_fields_of, schema_metadata,
};
use crate::row::Block;

/// The key under which Arrow keeps the name of an extension type.
const EXTENSION_NAME: &str = "ARROW:extension:name";

/// The schema of a block of a model, with the description of the model, the block and every column as metadata.
#[must_use]
pub fn schema(model: &Model, block: &describe::Block) -> Schema {
    stamped_schema(model, &model.fingerprint(), block)
}

/// The same for one of many blocks, with the model's fingerprint made once.
#[must_use]
pub fn stamped_schema(model: &Model, fingerprint: &str, block: &describe::Block) -> Schema {
    let fields = physical_fields(block, |id| model.code_list(id));
    Schema::new(fields.iter().map(field).collect::<Vec<_>>()).with_metadata(
        schema_metadata(model, fingerprint, block)
            .into_iter()
            .collect::<Metadata>(),
    )
}

/// The schema of the rows of `R`, with the description of every column as metadata.
///
/// It knows the block and not the model that lists it; see [`schema`] for a file's schema.
#[must_use]
pub fn schema_of<R: Block>() -> Schema {
    let fields = physical_fields_of::<R>();
    Schema::new(fields.iter().map(field).collect::<Vec<_>>())
}

/// `schema` with the metadata that a model gives the block and its columns.
pub(super) fn described(written: &Schema, model: &Model, block: &describe::Block) -> Schema {
    let of_model = schema(model, block);
    let fields = written.fields.iter().map(|field| {
        let described = of_model.field_with_name(field.name());
        let metadata = described.map_or_else(|_| field.metadata(), Field::metadata);
        Field::clone(field).with_metadata(metadata.clone())
    });
    Schema::new(fields.collect::<Vec<_>>()).with_metadata(of_model.metadata)
}

pub(super) fn field(physical: &PhysicalField) -> Field {
    let mut metadata: Metadata = physical.metadata.clone().into_iter().collect();
    if let Some(extension) = physical.extension {
        metadata.insert(EXTENSION_NAME.to_owned(), extension.to_owned());
    }
    Field::new(
        &physical.name,
        data_type(&physical.physical_type),
        physical.nullable,
    )
    .with_metadata(metadata)
}

fn data_type(physical: &PhysicalType) -> DataType {
    let dictionary = |key| DataType::Dictionary(Box::new(key), Box::new(DataType::Utf8));
    match physical {
        PhysicalType::Date32 => DataType::Date32,
        PhysicalType::Int16 => DataType::Int16,
        PhysicalType::UInt32 => DataType::UInt32,
        PhysicalType::Boolean => DataType::Boolean,
        PhysicalType::DictionaryUInt8 => dictionary(DataType::UInt8),
        PhysicalType::DictionaryUInt16 => dictionary(DataType::UInt16),
        PhysicalType::Decimal128 { precision, scale } => {
            DataType::Decimal128(*precision, scale.cast_signed())
        }
        PhysicalType::List(item) => DataType::List(field(item).into()),
    }
}
