//! Rows into files of Arrow and Parquet, and back; and files that are damaged.

use std::fmt::Debug;
use std::io::Cursor;
use std::sync::Arc;

use ::parquet::arrow::ArrowWriter;
use ::parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use ::parquet::arrow::arrow_writer::ArrowWriterOptions;
use ::parquet::arrow::{ARROW_SCHEMA_META_KEY, encode_arrow_schema};
use ::parquet::basic::{Compression, Encoding, ZstdLevel};
use ::parquet::file::metadata::KeyValue;
use ::parquet::file::properties::{WriterProperties, WriterPropertiesBuilder, WriterVersion};
use arrow_array::RecordBatch;
use arrow_cast::cast;
use arrow_ipc::reader::FileReader;
use arrow_ipc::writer::{FileWriter, StreamWriter};
use arrow_schema::{DataType, Field, Schema};
use beraad_model::{for_each_block, ksz, model, vdab};
use beraad_schema::arrow::{FileError, ipc, parquet, schema};
use beraad_schema::{Block, Code};
use beraad_tests::rows::made;
use bytes::Bytes;

/// A file of Arrow, the rows written `chunk` at a time.
fn as_ipc<R: Block>(rows: &[R], chunk: usize) -> Vec<u8> {
    let mut writer = ipc::Writer::<R, _>::new(Vec::new(), model()).unwrap();
    for rows in rows.chunks(chunk) {
        writer.write(rows).unwrap();
    }
    writer.finish().unwrap()
}

/// The same of Parquet.
fn as_parquet<R: Block>(rows: &[R], chunk: usize) -> Vec<u8> {
    let mut writer = parquet::Writer::<R, _>::new(Vec::new(), model()).unwrap();
    for rows in rows.chunks(chunk) {
        writer.write(rows).unwrap();
    }
    writer.finish().unwrap()
}

fn from_ipc<R: Block>(file: &[u8]) -> Result<Vec<R>, FileError> {
    let mut all = Vec::new();
    for rows in ipc::Reader::<R, _>::open(Cursor::new(file))? {
        all.extend(rows?);
    }
    Ok(all)
}

fn from_parquet<R: Block>(file: &[u8]) -> Result<Vec<R>, FileError> {
    let mut all = Vec::new();
    for rows in parquet::Reader::<R>::open(Bytes::copy_from_slice(file))? {
        all.extend(rows?);
    }
    Ok(all)
}

#[test]
fn rows_come_back_from_a_file() {
    fn check<R: Block + Debug + PartialEq>() {
        let rows = made::<R>(model(), 40);
        assert_eq!(from_ipc::<R>(&as_ipc(&rows, 9)).unwrap(), rows);
        assert_eq!(from_parquet::<R>(&as_parquet(&rows, 9)).unwrap(), rows);
    }
    for_each_block!(|B| check::<B>());
}

#[test]
fn files_keep_all_that_the_model_says() {
    fn check<R: Block + Debug>() {
        let (rows, described) = (made::<R>(model(), 1), schema(model(), R::description()));
        let file = FileReader::try_new(Cursor::new(as_ipc(&rows, 1)), None).unwrap();
        assert_eq!(*file.schema(), described);
        let file = Bytes::from(as_parquet(&rows, 1));
        let file = ParquetRecordBatchReaderBuilder::try_new(file).unwrap();
        assert_eq!(**file.schema(), described);
    }
    for_each_block!(|B| check::<B>());
}

/// Several batches, and codes that come up in later ones only.
#[test]
fn a_dictionary_grows_with_the_file() {
    type R = ksz::UnemploymentPayment;
    let rows: Vec<R> = made::<R>(model(), 2_000)
        .into_iter()
        .cycle()
        .take(150_000)
        .collect();
    let file = as_ipc(&rows, 10_007);
    let batches = FileReader::try_new(Cursor::new(&file), None).unwrap();
    let sizes: Vec<_> = batches.map(|batch| batch.unwrap().num_rows()).collect();
    assert_eq!(sizes, [65_536, 65_536, 18_928]);
    assert!(from_ipc::<R>(&file).unwrap() == rows);
    assert!(from_parquet::<R>(&as_parquet(&rows, 10_007)).unwrap() == rows);
}

/// As many codes as keys of 16 bits tell apart, and one less.
#[test]
fn a_dictionary_that_is_full_comes_back_from_a_file() {
    type R = ksz::EmploymentLine;
    let row = &made::<R>(model(), 1)[0];
    let with = |number: usize| {
        let mut row = row.clone();
        row.establishment_nace_code = Some(Code::new(&format!("{number:05}")));
        row
    };
    for count in [65_535, 65_536] {
        let rows: Vec<R> = (0..count).map(with).collect();
        assert!(from_ipc::<R>(&as_ipc(&rows, count)).unwrap() == rows);
        let read = from_parquet::<R>(&as_parquet(&rows, count));
        assert!(
            read.map_err(|error| error.to_string()) == Ok(rows),
            "{count}"
        );
    }
}

/// Categories of pandas have keys of 8 bits. Row groups bring their own, and a batch may hold rows of several.
#[test]
fn a_dictionary_of_others_may_have_narrow_keys() {
    type R = ksz::EmploymentLine;
    let rows = made::<R>(model(), 256);
    let of = |codes: std::ops::Range<usize>| {
        let mut rows = rows[codes.clone()].to_vec();
        for (row, code) in rows.iter_mut().zip(codes) {
            row.establishment_nace_code = Some(Code::new(&format!("{code:05}")));
        }
        rows
    };
    let groups = [of(0..128), of(128..256)];
    let narrow = |rows: &[R]| {
        let batch = R::to_batch(rows).unwrap();
        let (schema, mut columns, _) = batch.into_parts();
        let (place, field) = schema.column_with_name("establishment_nace_code").unwrap();
        let keys = DataType::Dictionary(Box::new(DataType::Int8), Box::new(DataType::Utf8));
        columns[place] = cast(&columns[place], &keys).unwrap();
        let mut fields: Vec<_> = schema.fields().iter().cloned().collect();
        fields[place] = Arc::new(field.clone().with_data_type(keys));
        RecordBatch::try_new(Arc::new(Schema::new(fields)), columns).unwrap()
    };
    let mut writer = ArrowWriter::try_new(Vec::new(), narrow(&groups[0]).schema(), None).unwrap();
    for rows in &groups {
        writer.write(&narrow(rows)).unwrap();
        writer.flush().unwrap();
    }
    let read = from_parquet::<R>(&writer.into_inner().unwrap());
    assert_eq!(read.map_err(|error| error.to_string()), Ok(groups.concat()));
}

/// Of a file of others, all of whose rows may be one batch.
#[test]
fn rows_of_a_large_batch_come_in_parts() {
    type R = ksz::Household;
    let rows: Vec<R> = made::<R>(model(), 500)
        .into_iter()
        .cycle()
        .take(150_000)
        .collect();
    let read = |rows: &[R]| {
        let batch = R::to_batch(rows).unwrap();
        let mut writer = FileWriter::try_new(Vec::new(), &batch.schema()).unwrap();
        writer.write(&batch).unwrap();
        let file = Cursor::new(writer.into_inner().unwrap());
        let read = ipc::Reader::<R, _>::open(file).unwrap();
        read.collect::<Result<Vec<_>, _>>().unwrap()
    };
    let parts = read(&rows);
    let sizes: Vec<_> = parts.iter().map(Vec::len).collect();
    assert_eq!(sizes, [65_536, 65_536, 18_928]);
    assert!(parts.concat() == rows);
    assert!(read(&[]).is_empty());
}

#[test]
fn a_file_without_rows_is_a_file() {
    type R = ksz::Job;
    assert_eq!(from_ipc::<R>(&as_ipc::<R>(&[], 1)).unwrap(), []);
    assert_eq!(from_parquet::<R>(&as_parquet::<R>(&[], 1)).unwrap(), []);
}

#[test]
fn the_file_of_another_block_is_refused_before_any_row_is_read() {
    let message = |error: FileError| error.to_string();
    let rows = made::<ksz::Job>(model(), 3);
    let expected = "expected rows of block `pay`, found rows of block `job`";
    let file = as_ipc(&rows, 3);
    let open = ipc::Reader::<ksz::Pay, _>::open(Cursor::new(file));
    assert_eq!(open.map_err(message).err().as_deref(), Some(expected));
    let file = Bytes::from(as_parquet(&rows, 3));
    let open = parquet::Reader::<ksz::Pay>::open(file);
    assert_eq!(open.map_err(message).err().as_deref(), Some(expected));
}

#[test]
fn pages_that_cannot_be_decompressed_say_how_to_compress_them() {
    type R = ksz::Job;
    let mut file = as_parquet(&made::<R>(model(), 3), 3);
    // In the footer: the path of a column, and behind it the number of Snappy.
    let (path, snappy) = (b"\x19\x18\x06person\x15", 2);
    let places: Vec<_> = file.windows(path.len()).enumerate().collect();
    let places = places.into_iter().filter(|(_, bytes)| *bytes == path);
    let places: Vec<_> = places.map(|(place, _)| place + path.len()).collect();
    assert_eq!(places.len(), 1);
    assert_eq!(file[places[0]], snappy);
    // That of Brotli.
    file[places[0]] = 8;
    let message = from_parquet::<R>(&file).unwrap_err().to_string();
    assert!(message.contains("Snappy or Zstandard"), "{message}");
}

#[test]
fn a_file_of_another_format_is_told_by_its_name() {
    type R = ksz::Job;
    let rows = made::<R>(model(), 3);
    let batch = R::to_batch(&rows).unwrap();
    let mut stream = StreamWriter::try_new(Vec::new(), &batch.schema()).unwrap();
    stream.write(&batch).unwrap();
    let (ipc, parquet) = (as_ipc(&rows, 3), as_parquet(&rows, 3));
    let message = |file: &[u8]| from_ipc::<R>(file).unwrap_err().to_string();
    let cases = [
        (stream.into_inner().unwrap(), "a stream of Arrow"),
        (parquet, "a file of Parquet"),
        ([b"FEA1", &[0; 20][..]].concat(), "version 1 of Feather"),
        (ipc[..ipc.len() - 1].to_vec(), "ends before its footer"),
    ];
    for (file, expected) in cases {
        assert!(message(&file).contains(expected), "{}", message(&file));
    }
    let message = from_parquet::<R>(&ipc).unwrap_err().to_string();
    assert!(message.contains("a file of Arrow"), "{message}");
}

/// A file of Arrow with these columns, and no row.
fn ipc_of(columns: Vec<(&str, DataType)>) -> Vec<u8> {
    let fields = columns.into_iter();
    let fields = fields.map(|(name, data_type)| Field::new(name, data_type, true));
    let schema = Schema::new(fields.collect::<Vec<_>>());
    let writer = FileWriter::try_new(Vec::new(), &schema).unwrap();
    writer.into_inner().unwrap()
}

#[test]
fn a_column_of_a_type_that_no_block_has_is_told_as_any_other() {
    let ints = |name: &str| Arc::new(Field::new(name, DataType::Int32, true));
    let file = ipc_of(vec![
        ("person", DataType::Binary),
        ("employer_id", DataType::Struct(vec![ints("a")].into())),
        ("quarter", DataType::ListView(ints("item"))),
        ("a\u{1b}b", DataType::Binary),
    ]);
    let message = from_ipc::<ksz::Job>(&file).unwrap_err().to_string();
    assert_eq!(
        message.lines().collect::<Vec<_>>(),
        [
            "block `job` (rows are counted from 0)",
            "  column `person`: expected uint32 (or whole numbers of another type), found Binary",
            "  column `employer_id`: expected uint32 (or whole numbers of another type), found Struct(\"a\": Int32)",
            "  column `quarter`: expected date32 (or date64, or timestamp without a time zone or in UTC), found ListView(Int32)",
            "  column `a\\u{1b}b`: is no column of this block",
        ]
    );
}

/// The schema of Arrow in a file of Parquet may name other columns than the file has; `parquet` repeats the names.
#[test]
fn what_a_damaged_file_says_is_escaped() {
    let schema = |name| Arc::new(Schema::new(vec![Field::new(name, DataType::UInt32, false)]));
    let other = encode_arrow_schema(&schema("a\u{1b}[31m\nb"));
    let properties = WriterProperties::builder().set_key_value_metadata(Some(vec![KeyValue::new(
        ARROW_SCHEMA_META_KEY.to_owned(),
        other,
    )]));
    let options = ArrowWriterOptions::new()
        .with_properties(properties.build())
        .with_skip_arrow_metadata(true);
    let writer = ArrowWriter::try_new_with_options(Vec::new(), schema("person"), options);
    let file = writer.unwrap().into_inner().unwrap();
    let message = from_parquet::<ksz::Job>(&file).unwrap_err().to_string();
    assert!(message.contains(r"a\u{1b}[31m\nb"), "{message}");
    assert!(!message.contains(char::is_control), "{message:?}");
    // A footer of which nothing is sound: what is wrong with it, in one line.
    let mut file = as_ipc(&made::<ksz::Job>(model(), 1), 1);
    let end = file.len() - 10;
    file[end - 400..end].fill(0xFF);
    let message = from_ipc::<ksz::Job>(&file).unwrap_err().to_string();
    assert!(!message.contains(char::is_control), "{message:?}");
    assert!(!message.contains("while verifying"), "{message:?}");
}

#[test]
fn a_file_that_was_cut_off_or_changed_is_an_error_or_other_rows() {
    type R = ksz::UnemploymentPayment;
    let rows = made::<R>(model(), 5);
    let (ipc, parquet) = (as_ipc(&rows, 5), as_parquet(&rows, 5));
    for length in 0..ipc.len() {
        assert!(from_ipc::<R>(&ipc[..length]).is_err(), "{length}");
    }
    for length in 0..parquet.len() {
        assert!(from_parquet::<R>(&parquet[..length]).is_err(), "{length}");
    }
    // No panic is all that can be asked: a changed value may be a value.
    let changed = |file: &[u8], place: usize, byte: u8| {
        let mut file = file.to_owned();
        file[place] ^= byte;
        file
    };
    for place in (0..ipc.len()).step_by(3) {
        for byte in [0x01, 0x80, 0xFF] {
            let _ = from_ipc::<R>(&changed(&ipc, place, byte));
        }
    }
    for place in (0..parquet.len()).step_by(3) {
        for byte in [0x01, 0x80, 0xFF] {
            let _ = from_parquet::<R>(&changed(&parquet, place, byte));
        }
    }
}

/// By the writer of `parquet`, with other properties than those of this library.
fn as_other_parquet<R: Block>(rows: &[R], properties: WriterPropertiesBuilder) -> Vec<u8> {
    let batch = R::to_batch(rows).unwrap();
    let properties = Some(properties.build());
    let mut writer = ArrowWriter::try_new(Vec::new(), batch.schema(), properties).unwrap();
    writer.write(&batch).unwrap();
    writer.into_inner().unwrap()
}

#[test]
fn parquet_of_other_writers_is_read() {
    fn check<R: Block + Debug + PartialEq>(texts: &[&str]) {
        let rows = made::<R>(model(), 9_000);
        let small = |version| {
            WriterProperties::builder()
                .set_writer_version(version)
                .set_data_page_row_count_limit(100)
                .set_write_batch_size(100)
                .set_max_row_group_row_count(Some(4_000))
        };
        for version in [WriterVersion::PARQUET_1_0, WriterVersion::PARQUET_2_0] {
            let plain = small(version).set_dictionary_enabled(false);
            let delta = |encoding| {
                texts.iter().fold(plain.clone(), |properties, column| {
                    let path = column.split('.').map(str::to_owned).collect::<Vec<_>>();
                    properties.set_column_encoding(path.into(), encoding)
                })
            };
            let zstd = Compression::ZSTD(ZstdLevel::default());
            for properties in [
                small(version),
                small(version).set_compression(zstd),
                plain.clone(),
                plain.clone().set_compression(Compression::SNAPPY),
                delta(Encoding::DELTA_LENGTH_BYTE_ARRAY),
                delta(Encoding::DELTA_BYTE_ARRAY),
            ] {
                let file = as_other_parquet(&rows, properties);
                assert!(from_parquet::<R>(&file).unwrap() == rows);
            }
        }
    }
    check::<vdab::Profile>(&["education_level", "work_disability.list.item"]);
    check::<ksz::UnemploymentPayment>(&["award_conditions"]);
}

/// The header of a page as a list of numbers that goes on for hours behind the end of the file.
#[test]
fn a_header_that_is_longer_than_the_file_is_refused_at_once() {
    type R = ksz::UnemploymentPayment;
    let mut file = as_parquet(&made::<R>(model(), 5), 5);
    let opened = ParquetRecordBatchReaderBuilder::try_new(Bytes::from(file.clone())).unwrap();
    let (start, _) = opened.metadata().row_group(0).column(0).byte_range();
    let start = usize::try_from(start).unwrap();
    file[start..start + 7].copy_from_slice(&[0x19, 0xF7, 0xFF, 0xFF, 0xFF, 0xFF, 0x07]);
    let error = from_parquet::<R>(&file).unwrap_err().to_string();
    assert!(error.ends_with("a page has no sound header"), "{error}");
}
