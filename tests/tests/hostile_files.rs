//! Files that a few changed bytes make hostile: each is an error at once, and asks for no memory.

use std::ops::Range;
use std::time::{Duration, Instant};

use beraad_model::{model, vdab};
use beraad_schema::arrow::{FileError, ipc, parquet};
use beraad_tests::rows::random;
use bytes::Bytes;

type Row = vdab::TrajectoryMonth;

fn read(file: Vec<u8>) -> Result<Vec<Row>, FileError> {
    let started = Instant::now();
    let rows = parquet::Reader::<Row, _>::try_new(Bytes::from(file)).and_then(Iterator::collect);
    // Far more than a slow machine needs, and far less than each of these files took.
    assert!(started.elapsed() < Duration::from_secs(2));
    rows
}

fn message(file: Vec<u8>) -> String {
    read(file).unwrap_err().to_string()
}

fn sound_file() -> (Vec<Row>, Vec<u8>) {
    let rows = random::<Row>(model(), 40);
    let mut writer = parquet::Writer::<Row, _>::try_new(Vec::new(), model()).unwrap();
    writer.write(&rows).unwrap();
    (rows, writer.finish().unwrap())
}

/// A file with this footer and nothing else.
fn with_footer(footer: &[u8]) -> Vec<u8> {
    let length = u32::try_from(footer.len()).unwrap().to_le_bytes();
    [b"PAR1", footer, &length, b"PAR1"].concat()
}

#[test]
fn text_in_place_of_a_number_is_not_read_as_one() {
    // The version is a text, in which a reader that takes it for a number finds lists of 2^31 - 1 flags.
    let texts: [&[u8]; 2] = [
        &[0x18, 0x08, 0xE9, 0xF2, 0xFF, 0xFF, 0xFF, 0xFF, 0x07, 0, 0],
        &[
            0x18, 0x10, 0xE9, 0xF2, 0xFF, 0xFF, 0xFF, 0xFF, 0x07, 0x09, 0x20, 0xF2, 0xFF, 0xFF,
            0xFF, 0xFF, 0x07, 0, 0,
        ],
    ];
    for footer in texts {
        assert!(message(with_footer(footer)).contains("its footer is damaged"));
    }
}

#[test]
fn column_with_more_children_than_columns_is_an_error() {
    let footer = [
        0x15, 0x02, 0x19, 0x2C, 0x48, 0x01, 0x6D, 0x15, 0xFE, 0xFF, 0xFF, 0xFF, 0x0F, 0x00, 0x15,
        0x02, 0x25, 0x00, 0x18, 0x01, 0x61, 0x00, 0x16, 0x00, 0x19, 0x0C, 0x00,
    ];
    assert!(message(with_footer(&footer)).contains("its columns are not one tree"));
    // Elements of one child each, deeper than a thread has memory for.
    let mut nested = vec![0x15, 0x02, 0x19, 0xFC, 0xC0, 0x9A, 0x0C];
    for _ in 0..200_000 {
        nested.extend([0x48, 0x00, 0x15, 0x02, 0x00]);
    }
    nested.extend([0x16, 0x00, 0x19, 0x0C, 0x00]);
    assert!(message(with_footer(&nested)).contains("its columns are not one tree"));
}

/// The place of the number of values, if the header of a dictionary page begins here: the type 2, two lengths, and a struct in the
/// field 7 that begins with the number.
fn number_of_dictionary_values(file: &[u8], at: usize) -> Option<Range<usize>> {
    let after = |at: usize, bytes: &[u8]| file[at..].starts_with(bytes).then_some(at + bytes.len());
    let after_number = |at: usize| {
        let length = file[at..].iter().position(|byte| byte & 0x80 == 0)? + 1;
        (length <= 3).then_some(at + length)
    };
    let at = after_number(after(at, &[0x15, 4, 0x15])?)?;
    let at = after_number(after(at, &[0x15])?)?;
    let start = after(at, &[0x4C, 0x15])?;
    Some(start..after_number(start)?)
}

/// Replaces each header of a dictionary page by one that claims 2^31 - 1 values, in a page as long as before.
#[test]
fn dictionary_that_claims_more_values_than_it_has_is_an_error() {
    let (rows, file) = sound_file();
    assert_eq!(read(file.clone()).unwrap(), rows);
    let places: Vec<_> = (0..file.len())
        .filter_map(|at| number_of_dictionary_values(&file, at))
        .collect();
    assert!(!places.is_empty(), "the file has dictionaries");
    for place in places {
        // The number takes four more bytes, which shifts the page: it is damaged in any case, and no memory may be asked for.
        let number = [0xFE, 0xFF, 0xFF, 0xFF, 0x0F];
        let hostile = [&file[..place.start], &number, &file[place.end..]].concat();
        assert!(read(hostile).is_err());
    }
}

#[test]
fn every_changed_byte_gives_the_rows_an_error_or_other_values() {
    let (_, file) = sound_file();
    for at in 0..file.len() {
        let mut changed = file.clone();
        changed[at] ^= [0x01, 0x80, 0xFF][at % 3];
        // Values may change without a trace; their number may not.
        if let Ok(rows) = read(changed) {
            assert!(
                rows.is_empty() || rows.len() == 40,
                "byte {at}: {} rows",
                rows.len()
            );
        }
    }
}

#[test]
fn arrow_file_with_a_changed_byte_in_its_schema_or_an_offset_is_an_error() {
    let rows = random::<Row>(model(), 40);
    let mut writer = ipc::Writer::<Row, _>::try_new(Vec::new(), model()).unwrap();
    writer.write(&rows).unwrap();
    let file = writer.finish().unwrap();
    let read = |file: &[u8]| {
        let reader = ipc::Reader::<Row, _>::try_new(std::io::Cursor::new(file));
        reader.and_then(Iterator::collect::<Result<Vec<Row>, FileError>>)
    };
    assert_eq!(read(&file).unwrap(), rows);
    let (mut unaligned, mut invalid_schema) = (0, 0);
    for (at, change) in (0..file.len() - 8).flat_map(|at| [(at, 0x01), (at, 0x80), (at, 0xFF)]) {
        let mut changed = file.clone();
        changed[at] ^= change;
        if let Err(error) = read(&changed) {
            let error = error.to_string();
            unaligned += usize::from(error.contains("multiple of 8 bytes"));
            invalid_schema += usize::from(error.contains("its schema is not valid"));
        }
    }
    assert!(unaligned > 0, "an offset was changed");
    assert!(invalid_schema > 0, "a type was changed");
}

/// The distance to the list of record batches in the footer: 0 leads to itself, which is an empty list to a reader that trusts it.
#[test]
fn arrow_file_whose_list_of_record_batches_is_itself_is_an_error() {
    let rows = random::<Row>(model(), 40);
    let mut writer = ipc::Writer::<Row, _>::try_new(Vec::new(), model()).unwrap();
    writer.write(&rows).unwrap();
    let file = writer.finish().unwrap();
    let end = file.len() - 10;
    let length = u32::from_le_bytes(file[end..end + 4].try_into().unwrap());
    let start = end - length as usize;
    let mut refused = 0;
    for at in (start..end).step_by(4) {
        let mut changed = file.clone();
        changed[at..at + 4].fill(0);
        let reader = ipc::Reader::<Row, _>::try_new(std::io::Cursor::new(&changed));
        match reader.and_then(Iterator::collect::<Result<Vec<Row>, FileError>>) {
            Ok(read) => assert!(
                read.len() == 40 || is_count(&file[at..at + 4]),
                "byte {at}: {} rows",
                read.len()
            ),
            Err(error) => {
                refused += usize::from(error.to_string().contains("no list of record batches"));
            }
        }
    }
    assert!(refused > 0);
}

/// True for the number of record batches itself, which a file without rows has as 0.
fn is_count(bytes: &[u8]) -> bool {
    *bytes == [1, 0, 0, 0]
}
