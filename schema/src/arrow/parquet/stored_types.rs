//! Types of the stored Arrow schema that `parquet` does not keep: time zones, and integers of 128 bits.
//!
//! A Parquet file stores a timestamp as a moment in UTC, in milliseconds or smaller units. The time zone is in the Arrow schema
//! that most programs store in the metadata of the file, with the unit of the frame. Where that unit is another one, as for
//! seconds, `parquet` ignores the stored type and says UTC. The dates would then be those of UTC.

use std::sync::Arc;

use ::parquet::file::metadata::ParquetMetaData;
use arrow_array::cast::AsArray;
use arrow_array::types::{
    ArrowTimestampType, TimestampMicrosecondType, TimestampMillisecondType,
    TimestampNanosecondType, TimestampSecondType,
};
use arrow_array::{ArrayRef, RecordBatch, RecordBatchOptions};
use arrow_ipc::root_as_message;
use arrow_schema::{ArrowError, DataType, Field, Schema, SchemaRef, TimeUnit};
use base64::Engine as _;
use base64::alphabet::STANDARD;
use base64::engine::general_purpose::{GeneralPurpose, PAD};

use crate::arrow::file::FileError;
use crate::arrow::stored_schema::{to_schema, validate_integers};
use crate::row::Block;

/// The Arrow schema in the metadata of a Parquet file, as bytes.
pub(super) struct StoredSchema(Vec<u8>);

impl StoredSchema {
    /// Returns the stored schema; `None` if the file has none, or one that is not valid: `parquet` then reports it, or reads the
    /// file without it.
    pub(super) fn of_file(metadata: &ParquetMetaData) -> Option<Self> {
        let entries = metadata.file_metadata().key_value_metadata()?;
        let entry = entries.iter().find(|entry| entry.key == "ARROW:schema")?;
        let decoder = GeneralPurpose::new(&STANDARD, PAD);
        decoder.decode(entry.value.as_ref()?).ok().map(Self)
    }

    fn message(&self) -> Option<arrow_ipc::Schema<'_>> {
        // A length of eight bytes, in files since 2019.
        let ([0xFF, 0xFF, 0xFF, 0xFF, _, _, _, _, bytes @ ..] | bytes) = self.0.as_slice();
        root_as_message(bytes).ok()?.header_as_schema()
    }

    /// Validates that `arrow-rs` knows the types of the stored schema.
    ///
    /// # Errors
    /// If it has integers of more than 64 bits.
    pub(super) fn validate<R: Block>(&self) -> Result<(), FileError> {
        match self.message() {
            Some(schema) => Ok(validate_integers::<R>(schema)?),
            None => Ok(()),
        }
    }

    /// Returns the schema of a file with the stored time zones.
    pub(super) fn with_zones(&self, schema: &SchemaRef) -> SchemaRef {
        let stored = self.message().and_then(to_schema);
        let Some(stored) = stored.filter(|it| it.fields().len() == schema.fields().len()) else {
            return schema.clone();
        };
        let fields = schema.fields().iter().zip(stored.fields());
        let fields: Vec<_> = fields
            .map(
                |(field, stored)| match with_zone(field.data_type(), stored.data_type()) {
                    Some(data_type) if field.name() == stored.name() => {
                        Arc::new(Field::clone(field).with_data_type(data_type))
                    }
                    _ => Arc::clone(field),
                },
            )
            .collect();
        Arc::new(Schema::new_with_metadata(fields, schema.metadata().clone()))
    }
}

/// Returns a type with the time zone of the stored type; `None` if they have the same one. A dictionary has that of its values.
fn with_zone(data_type: &DataType, stored: &DataType) -> Option<DataType> {
    match (data_type, stored) {
        (DataType::Timestamp(unit, zone), DataType::Timestamp(_, Some(stored)))
            if zone.as_ref() != Some(stored) =>
        {
            Some(DataType::Timestamp(*unit, Some(Arc::clone(stored))))
        }
        (DataType::Timestamp(..), DataType::Dictionary(_, stored)) => with_zone(data_type, stored),
        (DataType::Dictionary(key, values), DataType::Dictionary(_, stored)) => {
            let values = with_zone(values, stored)?;
            Some(DataType::Dictionary(key.clone(), Box::new(values)))
        }
        (DataType::List(item), _) => {
            with_zone_of_items(item, stored).map(|item| DataType::List(Arc::new(item)))
        }
        (DataType::LargeList(item), _) => {
            with_zone_of_items(item, stored).map(|item| DataType::LargeList(Arc::new(item)))
        }
        (DataType::FixedSizeList(item, length), _) => with_zone_of_items(item, stored)
            .map(|item| DataType::FixedSizeList(Arc::new(item), *length)),
        _ => None,
    }
}

fn with_zone_of_items(item: &Field, stored: &DataType) -> Option<Field> {
    let (DataType::List(stored) | DataType::LargeList(stored) | DataType::FixedSizeList(stored, _)) =
        stored
    else {
        return None;
    };
    let data_type = with_zone(item.data_type(), stored.data_type())?;
    Some(item.clone().with_data_type(data_type))
}

/// Returns a record batch with a schema in which timestamps may have other time zones.
///
/// # Errors
/// If the schema differs in anything else.
pub(super) fn with_schema(
    batch: &RecordBatch,
    schema: &SchemaRef,
) -> Result<RecordBatch, ArrowError> {
    let options = RecordBatchOptions::new().with_row_count(Some(batch.num_rows()));
    let columns = batch.columns().iter().zip(schema.fields());
    let columns = columns.map(|(array, field)| match field.data_type() {
        DataType::Timestamp(unit, Some(zone)) if array.data_type() != field.data_type() => {
            match unit {
                TimeUnit::Second => relabelled::<TimestampSecondType>(array, zone),
                TimeUnit::Millisecond => relabelled::<TimestampMillisecondType>(array, zone),
                TimeUnit::Microsecond => relabelled::<TimestampMicrosecondType>(array, zone),
                TimeUnit::Nanosecond => relabelled::<TimestampNanosecondType>(array, zone),
            }
        }
        _ => Arc::clone(array),
    });
    RecordBatch::try_new_with_options(schema.clone(), columns.collect(), &options)
}

/// Returns the same moments in another time zone.
fn relabelled<T: ArrowTimestampType>(array: &ArrayRef, zone: &Arc<str>) -> ArrayRef {
    match array.as_primitive_opt::<T>() {
        Some(moments) => Arc::new(moments.clone().with_timezone(Arc::clone(zone))),
        None => Arc::clone(array),
    }
}
