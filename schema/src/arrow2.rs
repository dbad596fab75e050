//! Arrow schemas as types of `arrow2`, for tools that still use it.
//!
//! `arrow2` is unmaintained, and RUSTSEC-2025-0038 has no fix there: new tools use [`arrow`](mod@crate::arrow).
//! A schema is equal to that of arrow-rs over the C data interface, including metadata and extension names.

use arrow2::datatypes::{DataType, Field, IntegerType, Schema};

use crate::block_fields::physical_fields_of;
use crate::describe::{self, Model};
use crate::physical::{
    PhysicalField, PhysicalType, model_metadata, physical_fields, schema_metadata,
};
use crate::row::Block;
pub use crate::schema_options::SchemaOptions;

/// Returns the schema of a block of a model, with the description of the block and of every column as metadata.
///
/// It has the fingerprint of the block (`beraad.block_fingerprint`) and not that of the model, so that a change elsewhere in
/// the model leaves the schema as it is. [`schema_metadata`] lists the keys.
#[must_use]
pub fn schema(model: &Model, block: &describe::Block) -> Schema {
    schema_with_options(model, block, SchemaOptions::default())
}

/// Returns the schema of a block of a model, with options.
#[must_use]
pub fn schema_with_options(
    model: &Model,
    block: &describe::Block,
    options: SchemaOptions,
) -> Schema {
    Schema {
        fields: to_fields(&physical_fields(block, |id| model.code_list(id)), options),
        metadata: schema_metadata(model, block),
    }
}

/// Returns the schema of a file of rows: that of the block, with the version and the fingerprint of the model.
///
/// `fingerprint` is that of the model, as [`Model::fingerprint`] returns it: a hash over the whole model, to be computed once
/// for many blocks. It is written to the metadata as it is (`beraad.fingerprint`), beside `beraad.model_version`: see
/// [`model_metadata`]. The writers of this library use this schema.
#[must_use]
pub fn schema_with_fingerprint(
    model: &Model,
    fingerprint: &str,
    block: &describe::Block,
    options: SchemaOptions,
) -> Schema {
    let mut schema = schema_with_options(model, block, options);
    schema.metadata.extend(model_metadata(model, fingerprint));
    schema
}

/// Returns the schema of the rows of `R`, with the description of every column as metadata.
///
/// It knows the block and not the model that lists it, so it has no fingerprint and no version; see [`schema`] for those.
#[must_use]
pub fn schema_of<R: Block>() -> Schema {
    Schema::from(to_fields(
        &physical_fields_of::<R>(),
        SchemaOptions::default(),
    ))
}

fn to_fields(physical: &[PhysicalField], options: SchemaOptions) -> Vec<Field> {
    physical
        .iter()
        .map(|physical| to_field(physical, options))
        .collect()
}

fn to_field(physical: &PhysicalField, options: SchemaOptions) -> Field {
    let data_type = data_type(options.written_type(physical), options);
    let data_type = match physical.extension {
        // arrow2 keeps extension names in the type, and writes them over the C data interface as arrow-rs does.
        Some(name) if options.extension_names => {
            DataType::Extension(name.to_owned(), Box::new(data_type), None)
        }
        _ => data_type,
    };
    Field::new(&physical.name, data_type, physical.nullable)
        .with_metadata(physical.metadata.clone())
}

fn data_type(physical: &PhysicalType, options: SchemaOptions) -> DataType {
    let dictionary = |key| DataType::Dictionary(key, Box::new(DataType::Utf8), false);
    match physical {
        PhysicalType::Date32 => DataType::Date32,
        PhysicalType::Int8 => DataType::Int8,
        PhysicalType::Int16 => DataType::Int16,
        PhysicalType::Int32 => DataType::Int32,
        PhysicalType::Int64 => DataType::Int64,
        PhysicalType::UInt32 => DataType::UInt32,
        PhysicalType::Boolean => DataType::Boolean,
        PhysicalType::DictionaryUInt8 => dictionary(IntegerType::UInt8),
        PhysicalType::DictionaryUInt16 => dictionary(IntegerType::UInt16),
        PhysicalType::Decimal128 { precision, scale } => {
            DataType::Decimal(usize::from(*precision), usize::from(*scale))
        }
        PhysicalType::List(item) => DataType::List(Box::new(to_field(item, options))),
    }
}
