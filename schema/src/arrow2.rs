//! The same Arrow schemas as types of `arrow2`, for tools that still use it.
//!
//! `arrow2` is unmaintained, and RUSTSEC-2025-0038 has no fix there: new tools use [`arrow`](mod@crate::arrow).
//! A schema is equal to the one of arrow-rs over the C data interface, metadata and extension types included.

use arrow2::datatypes::{DataType, Field, IntegerType, Schema};

use crate::describe::{self, Model};
use crate::physical::{
    PhysicalField, PhysicalType, physical_fields, physical_fields_of, schema_metadata,
};
use crate::row::Block;

/// The schema of a block of a model, with the description of the model, the block and every column as metadata.
#[must_use]
pub fn schema(model: &Model, block: &describe::Block) -> Schema {
    stamped_schema(model, &model.fingerprint(), block)
}

/// The same for one of many blocks, with the model's fingerprint made once.
#[must_use]
pub fn stamped_schema(model: &Model, fingerprint: &str, block: &describe::Block) -> Schema {
    let fields = physical_fields(block, |id| model.code_list(id));
    Schema {
        fields: fields.iter().map(field).collect(),
        metadata: schema_metadata(model, fingerprint, block),
    }
}

/// The schema of the rows of `R`, with the description of every column as metadata.
#[must_use]
pub fn schema_of<R: Block>() -> Schema {
    let fields = physical_fields_of::<R>();
    Schema::from(fields.iter().map(field).collect::<Vec<_>>())
}

fn field(physical: &PhysicalField) -> Field {
    let data_type = data_type(&physical.physical_type);
    let data_type = match physical.extension {
        // As an extension type, so that what comes back over the C data interface is equal.
        Some(name) => DataType::Extension(name.to_owned(), Box::new(data_type), None),
        None => data_type,
    };
    Field::new(&physical.name, data_type, physical.nullable)
        .with_metadata(physical.metadata.clone())
}

fn data_type(physical: &PhysicalType) -> DataType {
    let dictionary = |key| DataType::Dictionary(key, Box::new(DataType::Utf8), false);
    match physical {
        PhysicalType::Date32 => DataType::Date32,
        PhysicalType::Int16 => DataType::Int16,
        PhysicalType::UInt32 => DataType::UInt32,
        PhysicalType::Boolean => DataType::Boolean,
        PhysicalType::DictionaryUInt8 => dictionary(IntegerType::UInt8),
        PhysicalType::DictionaryUInt16 => dictionary(IntegerType::UInt16),
        PhysicalType::Decimal128 { precision, scale } => {
            DataType::Decimal(usize::from(*precision), usize::from(*scale))
        }
        PhysicalType::List(item) => DataType::List(Box::new(field(item))),
    }
}
