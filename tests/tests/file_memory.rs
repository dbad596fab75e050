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
use arrow_array::{ArrayRef, DictionaryArray, Int64Array, RecordBatch, StringArray, UInt32Array};
use arrow_ipc::CompressionType;
use arrow_ipc::writer::{FileWriter, IpcWriteOptions};
use arrow_schema::{DataType, Field, Schema};
use beraad_model::{ksz, vdab};
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

/// A file with the first so many columns of numbers of `Household`, each of `rows` equal numbers in one page.
fn one_page_a_column(columns: usize, rows: usize) -> Vec<u8> {
    let schema = arrow::schema_of::<ksz::Household>();
    let fields = schema.fields().iter();
    let names =
        fields.filter(|field| matches!(field.data_type(), DataType::UInt32 | DataType::Int16));
    let names: Vec<_> = names
        .map(|field| field.name().clone())
        .take(columns)
        .collect();
    assert_eq!(names.len(), columns, "{names:?}");
    let fields = names
        .iter()
        .map(|name| Field::new(name, DataType::Int64, false));
    let schema = Arc::new(Schema::new(fields.collect::<Vec<_>>()));
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
    let arrays = names.iter().map(|name| {
        let number = if name == "year" { 2010 } else { 1 };
        Arc::new(Int64Array::from_value(number, rows)) as ArrayRef
    });
    let batch = RecordBatch::try_new(schema, arrays.collect()).unwrap();
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
                parquet::Reader::<ksz::Household, _>::try_new(file).map(parquet::Reader::chunks)?;
            chunks
                .next()
                .transpose()
                .map(|rows| rows.map_or(0, |rows| rows.len()))
        })
    };
    // Four pages of 56 MiB fit; five do not.
    let file = one_page_a_column(4, ROWS);
    assert!(file.len() < 4 * ROWS * size_of::<i64>() / 20);
    let (rows, peak) = read(file);
    assert_eq!(rows.unwrap(), 65_536);
    assert!(peak < 700 * MIB, "{} MiB", peak / MIB);
    let (rows, peak) = read(one_page_a_column(5, ROWS));
    let message = rows.unwrap_err().to_string();
    assert!(
        message.contains("larger than 256 MiB together: write it with smaller pages or row groups"),
        "{message}"
    );
    assert!(peak < 700 * MIB, "{} MiB", peak / MIB);
}

/// Dictionaries stay in memory until the last record batch: of each a few bytes may become much.
fn dictionaries_of_an_arrow_file_are_limited_together() {
    let schema = arrow::schema_of::<vdab::Profile>();
    let mut columns: Vec<(String, ArrayRef)> =
        vec![("person".to_owned(), Arc::new(UInt32Array::from(vec![1])))];
    let codes = schema
        .fields()
        .iter()
        .filter(|field| matches!(field.data_type(), DataType::Dictionary(..)));
    for field in codes.take(6) {
        // Eight million texts of no letters: offsets that Zstandard makes to nothing.
        let texts = StringArray::from(vec![""; 8 * MIB]);
        let codes = DictionaryArray::<UInt32Type>::new(UInt32Array::from(vec![0]), Arc::new(texts));
        columns.push((field.name().clone(), Arc::new(codes)));
    }
    for count in [2, 7] {
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
            let reader = ipc::Reader::<vdab::Profile, _>::try_new(Cursor::new(&file))?;
            reader.collect::<Result<Vec<_>, FileError>>()
        });
        let message = rows.unwrap_err().to_string();
        // One such dictionary is read, and its empty text is not a code; six are not.
        assert_eq!(
            message.contains("far longer than their bytes"),
            count == 7,
            "{message}"
        );
        assert!(peak < 700 * MIB, "{} bytes: {} MiB", file.len(), peak / MIB);
    }
}

/// One test, since the allocator counts for the whole process.
#[test]
fn small_file_takes_little_memory() {
    pages_of_all_columns_are_limited_together();
    dictionaries_of_an_arrow_file_are_limited_together();
}
