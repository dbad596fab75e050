//! Schemas: what the description of a block says to Arrow.

use std::collections::HashMap;

use arrow_schema::extension::EXTENSION_TYPE_NAME_KEY;
use arrow_schema::{DataType, Field, Schema};

use crate::block_fields::physical_fields_of;
use crate::describe::{self, Model};
use crate::physical::{
    PhysicalField, PhysicalType, model_metadata, physical_fields, schema_metadata,
};
use crate::row::Block;
use crate::schema_options::SchemaOptions;

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
    let fields = physical_fields(block, |id| model.code_list(id));
    let metadata: HashMap<_, _> = schema_metadata(model, block).into_iter().collect();
    Schema::new(to_fields(&fields, options)).with_metadata(metadata)
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
    Schema::new(to_fields(
        &physical_fields_of::<R>(),
        SchemaOptions::default(),
    ))
}

/// The schema of the rows of `R` as a file has it: the types of `R`, with the metadata of the model.
///
/// The types are not those of the model, because rows keep the code lists that they were compiled with, also where a
/// delivery has supplied longer ones.
pub(super) fn file_schema<R: Block>(model: &Model, options: SchemaOptions) -> Schema {
    let of_model = schema_with_fingerprint(model, &model.fingerprint(), R::description(), options);
    let fields = to_fields(&physical_fields_of::<R>(), options).into_iter();
    let fields = fields.map(|field| match of_model.field_with_name(field.name()) {
        Ok(described) => field.with_metadata(described.metadata().clone()),
        Err(_) => field,
    });
    Schema::new(fields.collect::<Vec<_>>()).with_metadata(of_model.metadata)
}

fn to_fields(physical: &[PhysicalField], options: SchemaOptions) -> Vec<Field> {
    physical
        .iter()
        .map(|physical| to_field(physical, options))
        .collect()
}

pub(super) fn to_field(physical: &PhysicalField, options: SchemaOptions) -> Field {
    let mut metadata: HashMap<_, _> = physical.metadata.clone().into_iter().collect();
    if options.extension_names
        && let Some(name) = physical.extension
    {
        metadata.insert(EXTENSION_TYPE_NAME_KEY.to_owned(), name.to_owned());
    }
    let data_type = data_type(options.written_type(physical), options);
    Field::new(&physical.name, data_type, physical.nullable).with_metadata(metadata)
}

fn data_type(physical: &PhysicalType, options: SchemaOptions) -> DataType {
    let dictionary = |key| DataType::Dictionary(Box::new(key), Box::new(DataType::Utf8));
    match physical {
        PhysicalType::Date32 => DataType::Date32,
        PhysicalType::Int8 => DataType::Int8,
        PhysicalType::Int16 => DataType::Int16,
        PhysicalType::Int32 => DataType::Int32,
        PhysicalType::Int64 => DataType::Int64,
        PhysicalType::UInt32 => DataType::UInt32,
        PhysicalType::Boolean => DataType::Boolean,
        PhysicalType::DictionaryUInt8 => dictionary(DataType::UInt8),
        PhysicalType::DictionaryUInt16 => dictionary(DataType::UInt16),
        PhysicalType::Decimal128 { precision, scale } => {
            DataType::Decimal128(*precision, scale.cast_signed())
        }
        PhysicalType::List(item) => DataType::List(to_field(item, options).into()),
    }
}
