//! Rows into files of Arrow and Parquet, and back; and files that are damaged.

use std::fmt::Debug;
use std::io::Cursor;

use ::parquet::arrow::ArrowWriter;
use ::parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use ::parquet::basic::{Compression, Encoding, ZstdLevel};
use ::parquet::file::properties::{WriterProperties, WriterPropertiesBuilder, WriterVersion};
use arrow_ipc::reader::FileReader;
use beraad_model::{ksz, model, vdab};
use beraad_schema::arrow::{FileError, ipc, parquet, schema};
use beraad_schema::{Row, arbitrary};
use beraad_tests::each_block;
use bytes::Bytes;

fn made<R: Row + Debug>(count: usize) -> Vec<R> {
    arbitrary::rows_from_seed(model(), 1).take(count).collect()
}

/// A file of Arrow, the rows written `chunk` at a time.
fn as_ipc<R: Row>(rows: &[R], chunk: usize) -> Vec<u8> {
    let mut writer = ipc::Writer::<R, _>::new(Vec::new(), model()).unwrap();
    for rows in rows.chunks(chunk) {
        writer.write(rows).unwrap();
    }
    writer.finish().unwrap()
}

/// The same of Parquet.
fn as_parquet<R: Row>(rows: &[R], chunk: usize) -> Vec<u8> {
    let mut writer = parquet::Writer::<R, _>::new(Vec::new(), model()).unwrap();
    for rows in rows.chunks(chunk) {
        writer.write(rows).unwrap();
    }
    writer.finish().unwrap()
}

fn from_ipc<R: Row>(file: &[u8]) -> Result<Vec<R>, FileError> {
    let mut all = Vec::new();
    for rows in ipc::Reader::<R, _>::open(Cursor::new(file))? {
        all.extend(rows?);
    }
    Ok(all)
}

fn from_parquet<R: Row>(file: &[u8]) -> Result<Vec<R>, FileError> {
    let mut all = Vec::new();
    for rows in parquet::Reader::<R>::open(Bytes::copy_from_slice(file))? {
        all.extend(rows?);
    }
    Ok(all)
}

#[test]
fn rows_come_back_from_a_file() {
    fn check<R: Row + Debug + PartialEq>() {
        let rows = made::<R>(40);
        assert_eq!(from_ipc::<R>(&as_ipc(&rows, 9)).unwrap(), rows);
        assert_eq!(from_parquet::<R>(&as_parquet(&rows, 9)).unwrap(), rows);
    }
    each_block!(check);
}

#[test]
fn files_keep_all_that_the_model_says() {
    fn check<R: Row + Debug>() {
        let (rows, described) = (made::<R>(1), schema(model(), R::block()));
        let file = FileReader::try_new(Cursor::new(as_ipc(&rows, 1)), None).unwrap();
        assert_eq!(*file.schema(), described);
        let file = Bytes::from(as_parquet(&rows, 1));
        let file = ParquetRecordBatchReaderBuilder::try_new(file).unwrap();
        assert_eq!(**file.schema(), described);
    }
    each_block!(check);
}

/// Several batches, and codes that come up in later ones only.
#[test]
fn a_dictionary_grows_with_the_file() {
    type R = ksz::UnemploymentPayment;
    let rows: Vec<R> = made::<R>(2_000).into_iter().cycle().take(150_000).collect();
    let file = as_ipc(&rows, 10_007);
    let batches = FileReader::try_new(Cursor::new(&file), None).unwrap();
    let sizes: Vec<_> = batches.map(|batch| batch.unwrap().num_rows()).collect();
    assert_eq!(sizes, [65_536, 65_536, 18_928]);
    assert!(from_ipc::<R>(&file).unwrap() == rows);
    assert!(from_parquet::<R>(&as_parquet(&rows, 10_007)).unwrap() == rows);
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
    let rows = made::<ksz::Job>(3);
    let expected = "expected rows of block `pay`, found rows of block `job`";
    let file = as_ipc(&rows, 3);
    let open = ipc::Reader::<ksz::Pay, _>::open(Cursor::new(file));
    assert_eq!(open.map_err(message).err().as_deref(), Some(expected));
    let file = Bytes::from(as_parquet(&rows, 3));
    let open = parquet::Reader::<ksz::Pay>::open(file);
    assert_eq!(open.map_err(message).err().as_deref(), Some(expected));
}

#[test]
fn a_file_that_was_cut_off_or_changed_is_an_error_or_other_rows() {
    type R = ksz::UnemploymentPayment;
    let rows = made::<R>(5);
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
fn as_other_parquet<R: Row>(rows: &[R], properties: WriterPropertiesBuilder) -> Vec<u8> {
    let batch = R::to_batch(rows).unwrap();
    let properties = Some(properties.build());
    let mut writer = ArrowWriter::try_new(Vec::new(), batch.schema(), properties).unwrap();
    writer.write(&batch).unwrap();
    writer.into_inner().unwrap()
}

#[test]
fn parquet_of_other_writers_is_read() {
    fn check<R: Row + Debug + PartialEq>(texts: &[&str]) {
        let rows = made::<R>(9_000);
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
    let mut file = as_parquet(&made::<R>(5), 5);
    let opened = ParquetRecordBatchReaderBuilder::try_new(Bytes::from(file.clone())).unwrap();
    let (start, _) = opened.metadata().row_group(0).column(0).byte_range();
    let start = usize::try_from(start).unwrap();
    file[start..start + 7].copy_from_slice(&[0x19, 0xF7, 0xFF, 0xFF, 0xFF, 0xFF, 0x07]);
    let error = from_parquet::<R>(&file).unwrap_err().to_string();
    assert!(error.ends_with("a page has no sound header"), "{error}");
}
