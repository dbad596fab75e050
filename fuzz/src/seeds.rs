//! The seeds of the fuzzer: valid Arrow and Parquet files, as this library and as other programs write them.

use std::error::Error;
use std::fmt::Debug;
use std::sync::Arc;

use ::parquet::arrow::ArrowWriter;
use ::parquet::arrow::arrow_writer::ArrowWriterOptions;
use ::parquet::basic::{Compression, Encoding, ZstdLevel};
use ::parquet::file::properties::{
    EnabledStatistics, WriterProperties, WriterPropertiesBuilder, WriterVersion,
};
use arrow_array::{Array, ArrayRef, RecordBatch, new_null_array};
use arrow_ipc::MetadataVersion;
use arrow_ipc::writer::{DictionaryHandling, FileWriter, IpcWriteOptions};
use arrow_schema::{DataType, Field, Schema, TimeUnit};
use beraad_model::model;
use beraad_schema::arrow::{BatchBuilder, ipc, parquet};
use beraad_schema::{Block, arrow};

use crate::others::as_other;
use crate::structure::Format;
use crate::{fixed_rows, with_block};

/// The result of a writer.
pub type DynResult<T> = Result<T, Box<dyn Error>>;

/// A valid input of a fuzz target.
#[derive(Clone, Debug)]
pub struct Seed {
    /// The block and a number.
    pub name: String,
    /// A byte that chooses the block, and a file.
    pub input: Vec<u8>,
}

/// Writes files of every block, the same ones in each run.
///
/// # Errors
/// The error of a writer.
pub fn seeds(format: Format) -> DynResult<Vec<Seed>> {
    let mut seeds = Vec::new();
    for (block, _) in (0_u8..).zip(model().blocks.iter()) {
        seeds.extend(with_block!(block, seeds_of((block, format)))?);
    }
    Ok(seeds)
}

fn seeds_of<R: Block + Debug>((block, format): (u8, Format)) -> DynResult<Vec<Seed>> {
    let rows = fixed_rows::<R>(40);
    let mut files = Vec::new();
    if block == 0 {
        // For one block only, since most of these files is metadata of the model.
        files.push(with_metadata(&rows, format)?);
    }
    for variant in 0..6 {
        let mut batches = match variant {
            // Several batches, whose dictionaries grow.
            0 => BatchBuilder::<R>::new(20).push(&rows)?,
            _ => vec![arrow::to_batch(&rows)?],
        };
        for batch in &mut batches {
            *batch = as_variant(batch, variant)?;
        }
        if let [batch] = batches.as_slice() {
            batches = vec![batch.slice(0, 9), batch.slice(9, 31)];
        }
        files.push(match format {
            Format::Arrow => to_arrow(&batches, variant)?,
            Format::Parquet => to_parquet(&batches, variant)?,
        });
    }
    let seeds = files.into_iter().enumerate().map(|(number, file)| Seed {
        name: format!("{}-{number}", R::ID),
        input: [&[block], file.as_slice()].concat(),
    });
    Ok(seeds.collect())
}

/// Writes a file with the writer of this library.
fn with_metadata<R: Block>(rows: &[R], format: Format) -> DynResult<Vec<u8>> {
    match format {
        Format::Arrow => {
            let mut writer = ipc::Writer::<R, _>::try_new(Vec::new(), model())?;
            writer.write(rows)?;
            Ok(writer.finish()?)
        }
        Format::Parquet => {
            let mut writer = parquet::Writer::<R, _>::try_new(Vec::new(), model())?;
            writer.write(rows)?;
            Ok(writer.finish()?)
        }
    }
}

/// Returns the batch without the metadata of the model, and with other types that hold the same values.
fn as_variant(batch: &RecordBatch, variant: u8) -> DynResult<RecordBatch> {
    let (mut fields, mut columns) = (Vec::new(), Vec::new());
    for (field, column) in batch.schema().fields().iter().zip(batch.columns()) {
        let column = column_as_variant(column, field.is_nullable(), variant);
        fields.push(Field::new(field.name(), column.data_type().clone(), true));
        columns.push(column);
    }
    Ok(RecordBatch::try_new(
        Arc::new(Schema::new(fields)),
        columns,
    )?)
}

fn column_as_variant(column: &ArrayRef, nullable: bool, variant: u8) -> ArrayRef {
    let dictionary = |key, values| DataType::Dictionary(Box::new(key), Box::new(values));
    let item = |data_type| Arc::new(Field::new("item", data_type, true));
    let to = match (column.data_type(), variant) {
        (DataType::Dictionary(..), 1) => DataType::Utf8,
        (DataType::Dictionary(..), 2) => dictionary(DataType::Int32, DataType::LargeUtf8),
        (DataType::Dictionary(..), 3) => DataType::Utf8View,
        (DataType::Dictionary(..), 4) => dictionary(DataType::UInt64, DataType::Utf8),
        (DataType::Date32, 1) => DataType::Timestamp(TimeUnit::Millisecond, None),
        (DataType::Date32, 2) => DataType::Date64,
        (DataType::Date32, 3) => DataType::Timestamp(TimeUnit::Second, Some("UTC".into())),
        (DataType::Int16 | DataType::UInt32, 1) => DataType::Int64,
        (DataType::Int16 | DataType::UInt32 | DataType::Decimal128(..), 2) => DataType::Float64,
        (DataType::Int16 | DataType::UInt32, 3) => DataType::Decimal128(20, 0),
        (DataType::Decimal128(..), 1) => DataType::Decimal256(40, 6),
        (DataType::Decimal128(..), 3) => DataType::Decimal64(18, 4),
        (DataType::List(_), 1) => DataType::LargeList(item(DataType::Utf8)),
        (DataType::List(_), 2) => DataType::List(item(dictionary(DataType::Int8, DataType::Utf8))),
        (DataType::List(written), 3) => DataType::FixedSizeList(written.clone(), 0),
        (DataType::Boolean, 4) if nullable => DataType::Null,
        _ => return column.clone(),
    };
    match to {
        DataType::Null => new_null_array(&to, column.len()),
        to => as_other(column, &to).unwrap_or_else(|| column.clone()),
    }
}

fn to_arrow(batches: &[RecordBatch], variant: u8) -> DynResult<Vec<u8>> {
    let version = if variant == 1 {
        MetadataVersion::V4
    } else {
        MetadataVersion::V5
    };
    let options = IpcWriteOptions::try_new(8, variant == 1, version)?
        .with_dictionary_handling(DictionaryHandling::Delta);
    let mut writer = FileWriter::try_new_with_options(Vec::new(), &batches[0].schema(), options)?;
    for batch in batches {
        writer.write(batch)?;
    }
    Ok(writer.into_inner()?)
}

fn to_parquet(batches: &[RecordBatch], variant: u8) -> DynResult<Vec<u8>> {
    let properties = WriterProperties::builder();
    let schema = batches[0].schema();
    let properties = match variant {
        0 => properties.set_compression(Compression::ZSTD(ZstdLevel::try_new(1)?)),
        1 => properties
            .set_dictionary_enabled(false)
            .set_data_page_row_count_limit(8)
            .set_write_batch_size(4)
            .set_bloom_filter_enabled(true),
        2 => properties
            .set_writer_version(WriterVersion::PARQUET_2_0)
            .set_dictionary_enabled(false)
            .set_compression(Compression::SNAPPY),
        3 => properties
            .set_writer_version(WriterVersion::PARQUET_2_0)
            .set_data_page_row_count_limit(8)
            .set_write_batch_size(4)
            .set_statistics_enabled(EnabledStatistics::None),
        4 => with_delta_encodings(properties, &schema, Encoding::DELTA_LENGTH_BYTE_ARRAY),
        _ => with_delta_encodings(properties, &schema, Encoding::DELTA_BYTE_ARRAY),
    };
    let options = ArrowWriterOptions::new().with_properties(properties.build());
    let options = options.with_skip_arrow_metadata(variant == 1);
    let mut writer = ArrowWriter::try_new_with_options(Vec::new(), schema, options)?;
    for batch in batches {
        writer.write(batch)?;
        writer.flush()?;
    }
    Ok(writer.into_inner()?)
}

/// Sets delta encodings for all columns: `DELTA_BINARY_PACKED` for numbers and `text_encoding` for texts.
fn with_delta_encodings(
    properties: WriterPropertiesBuilder,
    schema: &Schema,
    text_encoding: Encoding,
) -> WriterPropertiesBuilder {
    let properties = properties
        .set_dictionary_enabled(false)
        .set_offset_index_disabled(true);
    schema
        .fields()
        .iter()
        .fold(properties, |properties, field| {
            let name = field.name().clone();
            let (path, data_type) = match field.data_type() {
                DataType::List(item) => {
                    let path = vec![name, "list".to_owned(), item.name().clone()];
                    (path, item.data_type())
                }
                other => (vec![name], other),
            };
            let encoding = match data_type {
                DataType::Dictionary(..) | DataType::Utf8 => text_encoding,
                DataType::Boolean | DataType::Null => Encoding::PLAIN,
                _ => Encoding::DELTA_BINARY_PACKED,
            };
            properties.set_column_encoding(path.into(), encoding)
        })
}
