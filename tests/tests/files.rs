//! Rows survive the round trip through Arrow and Parquet files; damaged files are errors.

use std::collections::BTreeSet;
use std::error::Error;
use std::fmt::Debug;
use std::io::{self, Cursor, Read, Seek, SeekFrom};
use std::sync::{Arc, Mutex};

use ::parquet::arrow::ArrowWriter;
use ::parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use ::parquet::arrow::arrow_writer::ArrowWriterOptions;
use ::parquet::arrow::{ARROW_SCHEMA_META_KEY, encode_arrow_schema};
use ::parquet::basic::{Compression, Encoding, GzipLevel, ZstdLevel};
use ::parquet::file::metadata::{KeyValue, RowGroupMetaData};
use ::parquet::file::properties::{WriterProperties, WriterPropertiesBuilder, WriterVersion};
use arrow_array::{RecordBatch, UInt32Array};
use arrow_cast::cast;
use arrow_ipc::CompressionType;
use arrow_ipc::reader::FileReader;
use arrow_ipc::writer::{FileWriter, IpcWriteOptions, StreamWriter};
use arrow_schema::{DataType, Field, Schema};
use beraad_model::{for_each_block, ksz, model, vdab};
use beraad_schema::arrow::{FileError, SchemaOptions, ipc, parquet, schema_with_fingerprint};
use beraad_schema::describe::ValueType;
use beraad_schema::{Block, Code, arrow};
use beraad_tests::rows::random;
use bytes::Bytes;

/// An Arrow file, written `chunk` rows at a time.
fn as_ipc<R: Block>(rows: &[R], chunk: usize) -> Vec<u8> {
    let mut writer = ipc::Writer::<R, _>::try_new(Vec::new(), model()).unwrap();
    for rows in rows.chunks(chunk) {
        writer.write(rows).unwrap();
    }
    writer.finish().unwrap()
}

/// A Parquet file, written `chunk` rows at a time.
fn as_parquet<R: Block>(rows: &[R], chunk: usize) -> Vec<u8> {
    let mut writer = parquet::Writer::<R, _>::try_new(Vec::new(), model()).unwrap();
    for rows in rows.chunks(chunk) {
        writer.write(rows).unwrap();
    }
    writer.finish().unwrap()
}

fn from_ipc<R: Block>(file: &[u8]) -> Result<Vec<R>, FileError> {
    let mut all = Vec::new();
    for rows in ipc::Reader::<R, _>::try_new(Cursor::new(file))?.chunks() {
        all.extend(rows?);
    }
    Ok(all)
}

fn from_parquet<R: Block>(file: &[u8]) -> Result<Vec<R>, FileError> {
    let mut all = Vec::new();
    for rows in parquet::Reader::<R, _>::try_new(Bytes::copy_from_slice(file))?.chunks() {
        all.extend(rows?);
    }
    Ok(all)
}

#[test]
fn rows_survive_the_round_trip() {
    fn check<R: Block + Debug + PartialEq>() {
        let rows = random::<R>(model(), 40);
        assert_eq!(from_ipc::<R>(&as_ipc(&rows, 9)).unwrap(), rows);
        assert_eq!(from_parquet::<R>(&as_parquet(&rows, 9)).unwrap(), rows);
    }
    for_each_block!(|B| check::<B>());
}

#[test]
fn files_have_the_schema_of_the_model() {
    fn check<R: Block + Debug>() {
        let rows = random::<R>(model(), 1);
        let (fingerprint, options) = (model().fingerprint(), SchemaOptions::default());
        let described = schema_with_fingerprint(model(), &fingerprint, R::description(), options);
        let file = FileReader::try_new(Cursor::new(as_ipc(&rows, 1)), None).unwrap();
        assert_eq!(*file.schema(), described);
        let file = Bytes::from(as_parquet(&rows, 1));
        let file = ParquetRecordBatchReaderBuilder::try_new(file).unwrap();
        assert_eq!(**file.schema(), described);
    }
    for_each_block!(|B| check::<B>());
}

#[test]
fn files_with_extension_names_are_read() {
    fn check<R: Block + Debug + PartialEq>() {
        let rows = random::<R>(model(), 40);
        let options = SchemaOptions::default().with_extension_names();
        let writer = ipc::Writer::<R, _>::try_new_with_options(Vec::new(), model(), options);
        let mut writer = writer.unwrap();
        writer.write(&rows).unwrap();
        let file = writer.finish().unwrap();
        let schema = FileReader::try_new(Cursor::new(&file), None)
            .unwrap()
            .schema();
        assert!(format!("{schema:?}").contains("ARROW:extension:name"));
        assert_eq!(from_ipc::<R>(&file).unwrap(), rows);
        let writer = parquet::Writer::<R, _>::try_new_with_options(Vec::new(), model(), options);
        let mut writer = writer.unwrap();
        writer.write(&rows).unwrap();
        let file = writer.finish().unwrap();
        assert_eq!(from_parquet::<R>(&file).unwrap(), rows);
        let file = ParquetRecordBatchReaderBuilder::try_new(Bytes::from(file)).unwrap();
        assert_eq!(*file.schema(), schema);
    }
    for_each_block!(|B| check::<B>());
}

#[test]
fn files_with_numeric_flags_are_read() {
    fn check<R: Block + Debug + PartialEq>() {
        let rows = random::<R>(model(), 40);
        let options = SchemaOptions::default().with_numeric_flags();
        let writer = ipc::Writer::<R, _>::try_new_with_options(Vec::new(), model(), options);
        let mut writer = writer.unwrap();
        writer.write(&rows).unwrap();
        let file = writer.finish().unwrap();
        assert_eq!(from_ipc::<R>(&file).unwrap(), rows);
        let schema = FileReader::try_new(Cursor::new(&file), None)
            .unwrap()
            .schema();
        for field in schema.fields() {
            if *field.data_type() == DataType::Int8 {
                let name = format!("{}.{}", R::ID, field.name());
                NUMERIC.lock().unwrap().insert(name);
            }
        }
        let writer = parquet::Writer::<R, _>::try_new_with_options(Vec::new(), model(), options);
        let mut writer = writer.unwrap();
        writer.write(&rows).unwrap();
        assert_eq!(from_parquet::<R>(&writer.finish().unwrap()).unwrap(), rows);
    }
    static NUMERIC: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());
    for_each_block!(|B| check::<B>());
    // The flags whose sources publish a list of the codes 0 and 1.
    let numeric = NUMERIC.lock().unwrap();
    let stated = model().blocks.iter().flat_map(|block| {
        let columns = block.columns().into_iter();
        let stated = columns.filter(|column| {
            let variable = column
                .variable()
                .filter(|_| *column.value_type() == ValueType::Flag {});
            let list =
                variable.and_then(|variable| model().code_list(variable.code_list.as_deref()?));
            list.is_some_and(|list| list.published_codes().map(|(code, _)| code).eq(["0", "1"]))
        });
        stated.map(|column| format!("{}.{}", block.id, column.name))
    });
    assert_eq!(*numeric, stated.collect());
    assert!(!numeric.is_empty());
}

/// The file has several record batches, and some codes occur in the later ones only.
#[test]
fn dictionary_grows_from_batch_to_batch() {
    type R = ksz::UnemploymentPayment;
    let rows: Vec<R> = random::<R>(model(), 2_000)
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

/// The column has as many codes as there are keys of 16 bits, or one less.
#[test]
fn full_dictionary_survives_the_round_trip() {
    type R = ksz::EmploymentLine;
    let row = &random::<R>(model(), 1)[0];
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

/// pandas writes keys of 8 bits. Each row group has a dictionary of its own, and a record batch may have rows of several.
#[test]
fn dictionary_of_another_program_may_have_narrow_keys() {
    type R = ksz::EmploymentLine;
    let rows = random::<R>(model(), 256);
    let of = |codes: std::ops::Range<usize>| {
        let mut rows = rows[codes.clone()].to_vec();
        for (row, code) in rows.iter_mut().zip(codes) {
            row.establishment_nace_code = Some(Code::new(&format!("{code:05}")));
        }
        rows
    };
    let groups = [of(0..128), of(128..256)];
    let narrow = |rows: &[R]| {
        let batch = arrow::to_batch(rows).unwrap();
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

/// Another program may write all rows as one record batch.
#[test]
fn large_batch_is_read_in_chunks() {
    type R = ksz::Household;
    let rows: Vec<R> = random::<R>(model(), 500)
        .into_iter()
        .cycle()
        .take(150_000)
        .collect();
    let read = |rows: &[R]| {
        let batch = arrow::to_batch(rows).unwrap();
        let mut writer = FileWriter::try_new(Vec::new(), &batch.schema()).unwrap();
        writer.write(&batch).unwrap();
        let file = Cursor::new(writer.into_inner().unwrap());
        let reader = ipc::Reader::<R, _>::try_new(file).unwrap();
        reader.chunks().collect::<Result<Vec<_>, _>>().unwrap()
    };
    let parts = read(&rows);
    let sizes: Vec<_> = parts.iter().map(Vec::len).collect();
    assert_eq!(sizes, [65_536, 65_536, 18_928]);
    assert!(parts.concat() == rows);
    assert!(read(&[]).is_empty());
}

#[test]
fn readers_iterate_over_rows() {
    type R = ksz::Household;
    let rows: Vec<R> = random::<R>(model(), 500)
        .into_iter()
        .cycle()
        .take(70_000)
        .collect();
    let ipc = as_ipc(&rows, 70_000);
    let ipc = || ipc::Reader::<R, _>::try_new(Cursor::new(&ipc)).unwrap();
    let parquet = Bytes::from(as_parquet(&rows, 70_000));
    let parquet = || parquet::Reader::<R, _>::try_new(parquet.clone()).unwrap();
    assert!(ipc().map(Result::unwrap).eq(rows.iter().cloned()));
    assert!(parquet().map(Result::unwrap).eq(rows.iter().cloned()));

    // Chunks begin with the row after the last one that was read.
    #[expect(
        clippy::items_after_statements,
        reason = "it belongs to the lines below"
    )]
    fn read<R>(mut reader: impl Iterator<Item = Result<R, FileError>>) {
        let _ = reader.by_ref().take(1_500).map(Result::unwrap).count();
    }
    let mut reader = ipc();
    read(&mut reader);
    assert!(
        reader
            .chunks()
            .flat_map(Result::unwrap)
            .eq(rows[1_500..].iter().cloned())
    );
    let mut reader = parquet();
    read(&mut reader);
    assert!(
        reader
            .chunks()
            .flat_map(Result::unwrap)
            .eq(rows[1_500..].iter().cloned())
    );
}

#[test]
fn reader_stops_after_an_error() {
    type R = vdab::Trajectory;
    let rows = random::<R>(model(), 10);
    let batch = arrow::to_batch(&rows).unwrap();
    // Of the second record batch, the first row is not valid.
    let (schema, mut columns, _) = batch.clone().into_parts();
    columns[0] = Arc::new(UInt32Array::from(vec![0; 10]));
    let invalid = RecordBatch::try_new(schema, columns).unwrap();
    let mut writer = FileWriter::try_new(Vec::new(), &batch.schema()).unwrap();
    for batch in [&batch, &invalid, &batch] {
        writer.write(batch).unwrap();
    }
    let file = writer.into_inner().unwrap();
    let reader = || ipc::Reader::<R, _>::try_new(Cursor::new(&file)).unwrap();
    let results: Vec<_> = reader().collect();
    assert_eq!(results.len(), 11);
    let message = results[10].as_ref().unwrap_err().to_string();
    assert!(
        message.contains("column `person`: 10 times, first in row 10: "),
        "{message}"
    );
    let chunks: Vec<_> = reader().chunks().map(|chunk| chunk.is_ok()).collect();
    assert_eq!(chunks, [true, false]);
}

#[test]
fn flush_ends_a_record_batch_or_row_group() {
    type R = ksz::Job;
    let rows = random::<R>(model(), 10);
    let mut writer = ipc::Writer::<R, _>::try_new(Vec::new(), model()).unwrap();
    writer.write(&rows[..4]).unwrap();
    writer.flush().unwrap();
    writer.write(&rows[4..]).unwrap();
    let file = writer.finish().unwrap();
    let batches = FileReader::try_new(Cursor::new(&file), None).unwrap();
    let sizes: Vec<_> = batches.map(|batch| batch.unwrap().num_rows()).collect();
    assert_eq!(sizes, [4, 6]);
    assert_eq!(from_ipc::<R>(&file).unwrap(), rows);

    let mut writer = parquet::Writer::<R, _>::try_new(Vec::new(), model()).unwrap();
    writer.write(&rows[..4]).unwrap();
    writer.flush().unwrap();
    writer.write(&rows[4..]).unwrap();
    let file = Bytes::from(writer.finish().unwrap());
    let opened = ParquetRecordBatchReaderBuilder::try_new(file.clone()).unwrap();
    let sizes = opened.metadata().row_groups().iter();
    let sizes: Vec<_> = sizes.map(RowGroupMetaData::num_rows).collect();
    assert_eq!(sizes, [4, 6]);
    assert_eq!(from_parquet::<R>(&file).unwrap(), rows);
}

/// A file on a device that is gone.
struct UnreadableFile;

impl Read for UnreadableFile {
    fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
        Err(io::Error::other("the device is gone"))
    }
}

impl Seek for UnreadableFile {
    fn seek(&mut self, _: SeekFrom) -> io::Result<u64> {
        Err(io::Error::other("the device is gone"))
    }
}

/// An error reporter prints an error and then each source. None of them may repeat the one before it.
#[test]
fn report_of_an_error_chain_prints_every_text_once() {
    type R = ksz::Job;
    let rows = random::<R>(model(), 3);
    let (ipc, parquet) = (as_ipc(&rows, 3), as_parquet(&rows, 3));
    let unreadable = ipc::Reader::<R, _>::try_new(UnreadableFile);
    let errors = [
        from_ipc::<R>(&parquet).unwrap_err(),
        from_ipc::<R>(&ipc[..ipc.len() - 1]).unwrap_err(),
        from_parquet::<R>(&ipc).unwrap_err(),
        from_parquet::<R>(&parquet[..parquet.len() - 1]).unwrap_err(),
        from_ipc::<ksz::Pay>(&ipc).unwrap_err(),
        from_ipc::<R>(&ipc_of(vec![("person", DataType::Binary)])).unwrap_err(),
        unreadable.unwrap_err(),
    ];
    let reports = errors.map(|error| {
        let mut texts = vec![error.to_string()];
        let mut source = error.source();
        while let Some(error) = source {
            texts.push(error.to_string());
            source = error.source();
        }
        for pair in texts.windows(2) {
            assert!(!pair[0].contains(&pair[1]), "{pair:?}");
        }
        texts.join("\ncaused by: ")
    });
    insta::assert_snapshot!(reports.join("\n\n"));
}

#[test]
fn file_without_rows_is_valid() {
    type R = ksz::Job;
    assert_eq!(from_ipc::<R>(&as_ipc::<R>(&[], 1)).unwrap(), []);
    assert_eq!(from_parquet::<R>(&as_parquet::<R>(&[], 1)).unwrap(), []);
}

#[test]
fn file_of_another_block_is_rejected_before_any_row_is_read() {
    let message = |error: FileError| error.to_string();
    let rows = random::<ksz::Job>(model(), 3);
    let expected = "expected rows of block `pay`, found rows of block `job`";
    let file = as_ipc(&rows, 3);
    let open = ipc::Reader::<ksz::Pay, _>::try_new(Cursor::new(file));
    assert_eq!(open.map_err(message).err().as_deref(), Some(expected));
    let file = Bytes::from(as_parquet(&rows, 3));
    let open = parquet::Reader::<ksz::Pay, _>::try_new(file);
    assert_eq!(open.map_err(message).err().as_deref(), Some(expected));
}

#[test]
fn unsupported_compression_is_reported_with_the_supported_ones() {
    type R = ksz::Job;
    let mut file = as_parquet(&random::<R>(model(), 3), 3);
    // In the footer, the path of a column is followed by the number of Snappy.
    let (path, snappy) = (b"\x19\x18\x06person\x15", 2);
    let places: Vec<_> = file.windows(path.len()).enumerate().collect();
    let places = places.into_iter().filter(|(_, bytes)| *bytes == path);
    let places: Vec<_> = places.map(|(place, _)| place + path.len()).collect();
    assert_eq!(places.len(), 1);
    assert_eq!(file[places[0]], snappy);
    // The number of Brotli.
    file[places[0]] = 8;
    let message = from_parquet::<R>(&file).unwrap_err().to_string();
    assert!(message.contains("Snappy or Zstandard"), "{message}");
}

#[test]
fn file_of_another_format_is_reported_with_its_name() {
    type R = ksz::Job;
    let rows = random::<R>(model(), 3);
    let batch = arrow::to_batch(&rows).unwrap();
    let mut stream = StreamWriter::try_new(Vec::new(), &batch.schema()).unwrap();
    stream.write(&batch).unwrap();
    let (ipc, parquet) = (as_ipc(&rows, 3), as_parquet(&rows, 3));
    let message = |file: &[u8]| from_ipc::<R>(file).unwrap_err().to_string();
    let cases = [
        (stream.into_inner().unwrap(), "an Arrow stream"),
        (parquet, "a Parquet file"),
        ([b"FEA1", &[0; 20][..]].concat(), "Feather version 1"),
        (ipc[..ipc.len() - 1].to_vec(), "ends before its footer"),
    ];
    for (file, expected) in cases {
        assert!(message(&file).contains(expected), "{}", message(&file));
    }
    let message = from_parquet::<R>(&ipc).unwrap_err().to_string();
    assert!(message.contains("an Arrow file"), "{message}");
}

/// An Arrow file with these columns, and no rows.
fn ipc_of(columns: Vec<(&str, DataType)>) -> Vec<u8> {
    let fields = columns.into_iter();
    let fields = fields.map(|(name, data_type)| Field::new(name, data_type, true));
    let schema = Schema::new(fields.collect::<Vec<_>>());
    let writer = FileWriter::try_new(Vec::new(), &schema).unwrap();
    writer.into_inner().unwrap()
}

#[test]
fn column_of_a_type_that_no_block_has_is_reported() {
    let ints = |name: &str| Arc::new(Field::new(name, DataType::Int32, true));
    let file = ipc_of(vec![
        ("person", DataType::Binary),
        ("employer_id", DataType::Struct(vec![ints("a")].into())),
        ("quarter", DataType::ListView(ints("item"))),
        ("a\u{1b}b", DataType::Binary),
    ]);
    let message = from_ipc::<ksz::Job>(&file).unwrap_err().to_string();
    // Without the advice.
    let lines = message.lines().map(|line| line.split("; ").next().unwrap());
    assert_eq!(
        lines.collect::<Vec<_>>(),
        [
            "invalid columns of block `job` (rows are counted from 0)",
            "  column `person`: expected uint32 (or another type of whole numbers), found Binary",
            "  column `quarter`: expected date32 (or date64, a timestamp without a time zone or in UTC, or texts), found ListView(Int32)",
            "  column `employer_id`: expected uint32 (or another type of whole numbers), found Struct(\"a\": Int32)",
            "  column `a⟨U+001B⟩b`: not a column of this block",
        ]
    );
}

/// The Arrow schema in a Parquet file may name other columns than the file has; `parquet` repeats the names.
#[test]
fn text_of_a_damaged_file_is_made_visible() {
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
    assert!(message.contains("a⟨U+001B⟩[31m b"), "{message}");
    assert!(!message.contains(char::is_control), "{message:?}");
    // A footer without a valid byte. The message is one line.
    let mut file = as_ipc(&random::<ksz::Job>(model(), 1), 1);
    let end = file.len() - 10;
    file[end - 400..end].fill(0xFF);
    let message = from_ipc::<ksz::Job>(&file).unwrap_err().to_string();
    assert!(!message.contains(char::is_control), "{message:?}");
    assert!(!message.contains("while verifying"), "{message:?}");
}

#[test]
fn file_that_was_cut_off_or_changed_is_read_without_a_panic() {
    type R = ksz::UnemploymentPayment;
    let rows = random::<R>(model(), 5);
    let (ipc, parquet) = (as_ipc(&rows, 5), as_parquet(&rows, 5));
    for length in 0..ipc.len() {
        assert!(from_ipc::<R>(&ipc[..length]).is_err(), "{length}");
    }
    for length in 0..parquet.len() {
        assert!(from_parquet::<R>(&parquet[..length]).is_err(), "{length}");
    }
    // A changed value may be valid too, so that the result may be an error or other rows.
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

/// A Parquet file, written by `parquet` with other properties than those of this library.
fn as_other_parquet<R: Block>(rows: &[R], properties: WriterPropertiesBuilder) -> Vec<u8> {
    let batch = arrow::to_batch(rows).unwrap();
    let properties = Some(properties.build());
    let mut writer = ArrowWriter::try_new(Vec::new(), batch.schema(), properties).unwrap();
    writer.write(&batch).unwrap();
    writer.into_inner().unwrap()
}

#[test]
fn parquet_files_of_other_programs_are_read() {
    fn check<R: Block + Debug + PartialEq>(texts: &[&str]) {
        let rows = random::<R>(model(), 9_000);
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
                small(version).set_compression(Compression::GZIP(GzipLevel::default())),
                small(version).set_compression(Compression::LZ4),
                small(version).set_compression(Compression::LZ4_RAW),
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

/// An Arrow file, written by `arrow-ipc` with compressed buffers.
fn as_compressed_ipc<R: Block>(rows: &[R], codec: CompressionType) -> Vec<u8> {
    let batch = arrow::to_batch(rows).unwrap();
    let options = IpcWriteOptions::default()
        .try_with_compression(Some(codec))
        .unwrap();
    let mut writer =
        FileWriter::try_new_with_options(Vec::new(), &batch.schema(), options).unwrap();
    writer.write(&batch).unwrap();
    writer.into_inner().unwrap()
}

#[test]
fn compressed_arrow_files_are_read() {
    fn check<R: Block + Debug + PartialEq>() {
        let rows = random::<R>(model(), 400);
        for codec in [CompressionType::LZ4_FRAME, CompressionType::ZSTD] {
            let file = as_compressed_ipc(&rows, codec);
            assert_eq!(from_ipc::<R>(&file).unwrap(), rows);
        }
    }
    for_each_block!(|B| check::<B>());
}

#[test]
fn compressed_arrow_file_cannot_ask_for_any_amount_of_memory() {
    type R = ksz::Death;
    let rows = random::<R>(model(), 4_000);
    let file = as_compressed_ipc(&rows, CompressionType::ZSTD);
    // The numbers of the persons: 4,000 times four bytes. The length comes before the compressed bytes, whose first four are
    // the mark of Zstandard.
    let length = 16_000_i64.to_le_bytes();
    let prefix = [&length[..], &[0x28, 0xB5, 0x2F, 0xFD]].concat();
    let place = file.windows(prefix.len()).position(|bytes| bytes == prefix);
    let place = place.unwrap();
    let with_length = |length: i64| {
        let mut file = file.clone();
        file[place..place + 8].copy_from_slice(&length.to_le_bytes());
        from_ipc::<R>(&file).unwrap_err().to_string()
    };
    let too_long = with_length(1 << 40);
    assert!(
        too_long.contains("far longer than their bytes"),
        "{too_long}"
    );
    let negative = with_length(-2);
    assert!(negative.contains("negative length"), "{negative}");
    let too_short = with_length(15_996);
    assert!(too_short.contains("shorter than its column"), "{too_short}");
    // Another length than that of the bytes, and as many values as there must be.
    let longer = with_length(16_004);
    assert!(longer.starts_with("not a valid Arrow file"), "{longer}");
}

#[test]
fn damaged_compressed_bytes_are_an_error_of_the_contents() {
    type R = ksz::Death;
    const ZSTD_MARK: [u8; 4] = [0x28, 0xB5, 0x2F, 0xFD];
    let rows = random::<R>(model(), 4_000);
    // The files with each byte changed that follows the first mark of the compression.
    let damaged = |file: Vec<u8>, mark: &[u8]| {
        let place = file.windows(mark.len()).position(|bytes| bytes == mark);
        let place = place.expect("a compressed buffer");
        (place..place + 20).map(move |at| {
            let mut file = file.clone();
            file[at] ^= 0xFF;
            file
        })
    };
    for (codec, mark) in [
        (CompressionType::LZ4_FRAME, [0x04, 0x22, 0x4D, 0x18]),
        (CompressionType::ZSTD, ZSTD_MARK),
    ] {
        let errors = damaged(as_compressed_ipc(&rows, codec), &mark);
        let errors: Vec<_> = errors
            .filter_map(|file| from_ipc::<R>(&file).err())
            .collect();
        assert!(
            errors
                .iter()
                .any(|error| matches!(error, FileError::Arrow(_)))
        );
        for error in errors {
            let message = error.to_string();
            assert!(!matches!(error, FileError::Io(_)), "{message}");
            println!("{message}");
        }
        let mut file = as_compressed_ipc(&rows, codec);
        let place = file.windows(4).position(|bytes| bytes == mark).unwrap();
        file[place..place + 4].fill(0);
        let message = from_ipc::<R>(&file).unwrap_err().to_string();
        assert!(
            message.starts_with("not a valid Arrow file: a compressed buffer is damaged ("),
            "{message}"
        );
        assert!(
            message.ends_with("); copy or write the file again"),
            "{message}"
        );
    }
    for (compression, mark) in [
        (Compression::ZSTD(ZstdLevel::default()), &ZSTD_MARK[..]),
        (Compression::GZIP(GzipLevel::default()), &[0x1F, 0x8B, 0x08]),
    ] {
        let properties = WriterProperties::builder().set_compression(compression);
        for file in damaged(as_other_parquet(&rows, properties), mark) {
            if let Err(error) = from_parquet::<R>(&file) {
                let message = error.to_string();
                assert!(!matches!(error, FileError::Io(_)), "{message}");
                println!("{message}");
            }
        }
    }
}

/// The header of a page is a list of 2^31 numbers, for which `parquet` would read on for hours after the end of the file.
#[test]
fn header_that_is_longer_than_the_file_is_rejected_at_once() {
    type R = ksz::UnemploymentPayment;
    let mut file = as_parquet(&random::<R>(model(), 5), 5);
    let opened = ParquetRecordBatchReaderBuilder::try_new(Bytes::from(file.clone())).unwrap();
    let (start, _) = opened.metadata().row_group(0).column(0).byte_range();
    let start = usize::try_from(start).unwrap();
    file[start..start + 7].copy_from_slice(&[0x19, 0xF7, 0xFF, 0xFF, 0xFF, 0xFF, 0x07]);
    let error = from_parquet::<R>(&file).unwrap_err().to_string();
    assert!(error.ends_with("a page has an invalid header"), "{error}");
}
