//! Writes sound files of Arrow and Parquet, by this library and as others write them, from which the fuzzer starts:
//! `cargo run --manifest-path fuzz/Cargo.toml --example seeds`.

use std::error::Error;
use std::fmt::Debug;
use std::path::Path;
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
use beraad_fuzz::others::as_other;
use beraad_fuzz::{made, with_block};
use beraad_model::model;
use beraad_schema::Block;
use beraad_schema::arrow::{Batches, ipc, parquet};

type Outcome<T> = Result<T, Box<dyn Error>>;

fn main() -> Outcome<()> {
    for (block, _) in (0_u8..).zip(model().blocks.iter()) {
        with_block!(block, write(block))?;
    }
    Ok(())
}

fn write<R: Block + Debug>(block: u8) -> Outcome<()> {
    let rows = made::<R>(40);
    let (mut arrow, mut columns) = (Vec::new(), Vec::new());
    if block == 0 {
        // Once: most of such a file is what the model says.
        let mut writer = ipc::Writer::<R, _>::new(Vec::new(), model())?;
        writer.write(&rows)?;
        arrow.push(writer.finish()?);
        let mut writer = parquet::Writer::<R, _>::new(Vec::new(), model())?;
        writer.write(&rows)?;
        columns.push(writer.finish()?);
    }
    for other in 0..6 {
        let mut batches = match other {
            // With dictionaries that grow.
            0 => Batches::<R>::new(20).push(&rows)?,
            _ => vec![R::to_batch(&rows)?],
        };
        for batch in &mut batches {
            *batch = as_others(batch, other)?;
        }
        if let [batch] = batches.as_slice() {
            batches = vec![batch.slice(0, 9), batch.slice(9, 31)];
        }
        arrow.push(as_arrow(&batches, other)?);
        columns.push(as_parquet(&batches, other)?);
    }
    for (target, files) in [("ipc", arrow), ("parquet", columns)] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("corpus")
            .join(target);
        std::fs::create_dir_all(&folder)?;
        for (number, file) in files.into_iter().enumerate() {
            let seed = [&[block], file.as_slice()].concat();
            std::fs::write(folder.join(format!("{}-{number}", R::ID)), seed)?;
        }
    }
    Ok(())
}

/// The batch without what the model says, and with other types that say the same.
fn as_others(batch: &RecordBatch, other: u8) -> Outcome<RecordBatch> {
    let (mut fields, mut columns) = (Vec::new(), Vec::new());
    for (field, column) in batch.schema().fields().iter().zip(batch.columns()) {
        let column = changed(column, field.is_nullable(), other);
        fields.push(Field::new(field.name(), column.data_type().clone(), true));
        columns.push(column);
    }
    Ok(RecordBatch::try_new(
        Arc::new(Schema::new(fields)),
        columns,
    )?)
}

fn changed(column: &ArrayRef, nullable: bool, other: u8) -> ArrayRef {
    let dictionary = |key, values| DataType::Dictionary(Box::new(key), Box::new(values));
    let item = |data_type| Arc::new(Field::new("item", data_type, true));
    let to = match (column.data_type(), other) {
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

fn as_arrow(batches: &[RecordBatch], other: u8) -> Outcome<Vec<u8>> {
    let version = if other == 1 {
        MetadataVersion::V4
    } else {
        MetadataVersion::V5
    };
    let options = IpcWriteOptions::try_new(8, other == 1, version)?
        .with_dictionary_handling(DictionaryHandling::Delta);
    let mut writer = FileWriter::try_new_with_options(Vec::new(), &batches[0].schema(), options)?;
    for batch in batches {
        writer.write(batch)?;
    }
    Ok(writer.into_inner()?)
}

fn as_parquet(batches: &[RecordBatch], other: u8) -> Outcome<Vec<u8>> {
    let properties = WriterProperties::builder();
    let schema = batches[0].schema();
    let properties = match other {
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
        4 => in_differences(properties, &schema, Encoding::DELTA_LENGTH_BYTE_ARRAY),
        _ => in_differences(properties, &schema, Encoding::DELTA_BYTE_ARRAY),
    };
    let options = ArrowWriterOptions::new().with_properties(properties.build());
    let options = options.with_skip_arrow_metadata(other == 1);
    let mut writer = ArrowWriter::try_new_with_options(Vec::new(), schema, options)?;
    for batch in batches {
        writer.write(batch)?;
        writer.flush()?;
    }
    Ok(writer.into_inner()?)
}

/// Numbers as differences to the ones before, and texts by `texts`.
fn in_differences(
    properties: WriterPropertiesBuilder,
    schema: &Schema,
    texts: Encoding,
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
                DataType::Dictionary(..) | DataType::Utf8 => texts,
                DataType::Boolean | DataType::Null => Encoding::PLAIN,
                _ => Encoding::DELTA_BINARY_PACKED,
            };
            properties.set_column_encoding(path.into(), encoding)
        })
}
