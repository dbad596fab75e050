//! The memory that small files ask for, counted by the allocator.
#![expect(unsafe_code, reason = "an allocator cannot be implemented without it")]

use std::alloc::{GlobalAlloc, Layout, System};
use std::io::Cursor;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use ::parquet::arrow::ArrowWriter;
use ::parquet::basic::{Compression, ZstdLevel};
use ::parquet::file::properties::{EnabledStatistics, WriterProperties};
use arrow_array::types::UInt32Type;
use arrow_array::{
    ArrayRef, Date32Array, DictionaryArray, Int64Array, RecordBatch, StringArray, UInt32Array,
};
use arrow_buffer::{Buffer, OffsetBuffer};
use arrow_ipc::CompressionType;
use arrow_ipc::writer::{FileWriter, IpcWriteOptions};
use arrow_schema::{DataType, Field, Schema};
use beraad_model::ksz;
use beraad_schema::arrow::{self, FileError, ipc, parquet};
use bytes::Bytes;

/// Counts the bytes that are in use, and their peak.
struct Counting;

static IN_USE: AtomicUsize = AtomicUsize::new(0);
static PEAK: AtomicUsize = AtomicUsize::new(0);

// SAFETY: every call is passed to the allocator of the system as it is.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let in_use = IN_USE.fetch_add(layout.size(), Ordering::Relaxed) + layout.size();
        PEAK.fetch_max(in_use, Ordering::Relaxed);
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        IN_USE.fetch_sub(layout.size(), Ordering::Relaxed);
        unsafe { System.dealloc(pointer, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

const MIB: usize = 1 << 20;

/// Returns the result of `read`, and the bytes that it needed at most.
fn measured<T>(read: impl FnOnce() -> T) -> (T, usize) {
    let before = IN_USE.load(Ordering::Relaxed);
    PEAK.store(before, Ordering::Relaxed);
    let result = read();
    (result, PEAK.load(Ordering::Relaxed) - before)
}

/// A file with the first so many columns of `JobVolume` that are not codes, each of `rows` equal numbers in one page.
fn one_page_a_column(columns: usize, rows: usize) -> Vec<u8> {
    let schema = arrow::schema_of::<ksz::JobVolume>();
    let fields = schema.fields().iter();
    let fields = fields.filter(|field| !matches!(field.data_type(), DataType::Dictionary(..)));
    let fields = fields.take(columns).map(|field| match field.data_type() {
        DataType::Date32 => Field::new(field.name(), DataType::Date32, false),
        _ => Field::new(field.name(), DataType::Int64, false),
    });
    let schema = Arc::new(Schema::new(fields.collect::<Vec<_>>()));
    assert_eq!(schema.fields().len(), columns);
    let properties = WriterProperties::builder()
        .set_compression(Compression::ZSTD(ZstdLevel::default()))
        .set_dictionary_enabled(false)
        .set_statistics_enabled(EnabledStatistics::None)
        .set_data_page_size_limit(usize::MAX)
        .set_data_page_row_count_limit(usize::MAX)
        .set_write_batch_size(rows)
        .set_max_row_group_row_count(None)
        .build();
    let mut writer = ArrowWriter::try_new(Vec::new(), schema.clone(), Some(properties)).unwrap();
    let arrays = schema.fields().iter().map(|field| match field.data_type() {
        // 1 January 2010.
        DataType::Date32 => Arc::new(Date32Array::from_value(14_610, rows)) as ArrayRef,
        _ => Arc::new(Int64Array::from_value(1, rows)) as ArrayRef,
    });
    let arrays = arrays.collect();
    let batch = RecordBatch::try_new(Arc::clone(&schema), arrays).unwrap();
    writer.write(&batch).unwrap();
    writer.into_inner().unwrap()
}

/// The columns of a batch are read side by side: a limit for each page is not one for the file.
fn pages_of_all_columns_are_limited_together() {
    const ROWS: usize = 7 * MIB;
    let read = |file: Vec<u8>| {
        let file = Bytes::from(file);
        measured(move || {
            let mut chunks =
                parquet::Reader::<ksz::JobVolume, _>::try_new(file).map(parquet::Reader::chunks)?;
            chunks
                .next()
                .transpose()
                .map(|rows| rows.map_or(0, |rows| rows.len()))
        })
    };
    // Four pages of 56 MiB and one of 28 fit; another one does not.
    let file = one_page_a_column(5, ROWS);
    assert!(file.len() < 4 * ROWS * size_of::<i64>() / 20);
    let (rows, peak) = read(file);
    assert_eq!(rows.unwrap(), 65_536);
    assert!(peak < 700 * MIB, "{} MiB", peak / MIB);
    let (rows, peak) = read(one_page_a_column(6, ROWS));
    let message = rows.unwrap_err().to_string();
    assert!(
        message.contains("larger than 256 MiB together: write it with smaller pages or row groups"),
        "{message}"
    );
    assert!(peak < 700 * MIB, "{} MiB", peak / MIB);
}

/// Dictionaries stay in memory until the last record batch: of each a few bytes may become much.
fn dictionaries_of_an_arrow_file_are_limited_together() {
    let schema = arrow::schema_of::<ksz::UnemploymentPayment>();
    let mut columns: Vec<(String, ArrayRef)> = vec![
        ("person".to_owned(), Arc::new(UInt32Array::from(vec![1]))),
        (
            "quarter".to_owned(),
            Arc::new(Date32Array::from(vec![14_610])),
        ),
    ];
    // Sixteen million texts of no letters: offsets of 64 MiB that Zstandard makes to nothing.
    let offsets = OffsetBuffer::<i32>::new_zeroed(16 * MIB);
    let texts = Arc::new(StringArray::new(
        offsets,
        Buffer::from(Vec::<u8>::new()),
        None,
    ));
    let fields = schema.fields().iter();
    for field in fields.filter(|field| matches!(field.data_type(), DataType::Dictionary(..))) {
        let keys = UInt32Array::from(vec![0]);
        let codes = DictionaryArray::<UInt32Type>::new(keys, Arc::clone(&texts) as ArrayRef);
        columns.push((field.name().clone(), Arc::new(codes)));
    }
    assert!(columns.len() >= 7);
    for count in [3, 7] {
        let columns = &columns[..count];
        let fields = columns
            .iter()
            .map(|(name, array)| Field::new(name, array.data_type().clone(), true));
        let schema = Arc::new(Schema::new(fields.collect::<Vec<_>>()));
        let arrays = columns.iter().map(|(_, array)| Arc::clone(array)).collect();
        let batch = RecordBatch::try_new(schema.clone(), arrays).unwrap();
        let options = IpcWriteOptions::default()
            .try_with_compression(Some(CompressionType::ZSTD))
            .unwrap();
        let mut writer = FileWriter::try_new_with_options(Vec::new(), &schema, options).unwrap();
        writer.write(&batch).unwrap();
        let file = writer.into_inner().unwrap();
        let (rows, peak) = measured(|| {
            let reader = ipc::Reader::<ksz::UnemploymentPayment, _>::try_new(Cursor::new(&file))?;
            reader.collect::<Result<Vec<_>, FileError>>()
        });
        // One such dictionary is read, and its empty text is a class; five are not read.
        match rows {
            Ok(rows) => assert_eq!((rows.len(), count), (1, 3)),
            Err(error) => {
                let message = error.to_string();
                assert!(message.contains("far longer than their bytes"), "{message}");
                assert_eq!(count, 7);
            }
        }
        assert!(peak < 700 * MIB, "{} bytes: {} MiB", file.len(), peak / MIB);
    }
}

/// One test, since the allocator counts for the whole process.
#[test]
fn small_file_takes_little_memory() {
    pages_of_all_columns_are_limited_together();
    dictionaries_of_an_arrow_file_are_limited_together();
}
