//! The metadata of a file, compared with the block that is read and with the model at hand.

use std::io::Cursor;
use std::path::PathBuf;
use std::sync::Arc;

use ::parquet::arrow::ArrowWriter;
use arrow_array::cast::AsArray as _;
use arrow_array::{ArrayRef, ListArray};
use arrow_ipc::writer::FileWriter;
use arrow_schema::{DataType, Field, Metadata, Schema};
use beraad_model::{ksz, model, vdab};
use beraad_schema::Block;
use beraad_schema::arrow::{
    self, BatchError, BlockChange, FileError, FileWarning, Files, RecordBatch, SchemaOptions,
    WrittenWith, ipc, parquet,
};
use beraad_schema::describe::Model;
use beraad_tests::rows::random;
use bytes::Bytes;

type Row = vdab::TrajectoryMonth;

const KIND: &str = "beraad.kind";
const EXTENSION: &str = "ARROW:extension:name";

fn arrow_file(batch: &RecordBatch) -> Vec<u8> {
    let mut writer = FileWriter::try_new(Vec::new(), batch.schema_ref()).unwrap();
    writer.write(batch).unwrap();
    writer.into_inner().unwrap()
}

fn parquet_file(batch: &RecordBatch) -> Vec<u8> {
    let mut writer = ArrowWriter::try_new(Vec::new(), batch.schema(), None).unwrap();
    writer.write(batch).unwrap();
    writer.into_inner().unwrap()
}

/// Reads a record batch as it is, from an Arrow file and from a Parquet file; all have the same rows or the same error.
fn read<R: Block + PartialEq + std::fmt::Debug>(batch: &RecordBatch) -> Result<Vec<R>, BatchError> {
    fn of_batch<T>(read: Result<T, FileError>) -> Result<T, BatchError> {
        read.map_err(|error| match error {
            FileError::Batch(error) => error,
            error => panic!("{error}"),
        })
    }
    let rows = arrow::from_batch::<R>(batch);
    let of_arrow = ipc::Reader::<R, _>::try_new(Cursor::new(arrow_file(batch)));
    assert_eq!(of_batch(of_arrow.and_then(Iterator::collect)), rows);
    let of_parquet = parquet::Reader::<R, _>::try_new(Bytes::from(parquet_file(batch)));
    assert_eq!(of_batch(of_parquet.and_then(Iterator::collect)), rows);
    rows
}

/// A batch of rows with the metadata of the model.
fn batch_of<R: Block>(rows: &[R], options: SchemaOptions) -> RecordBatch {
    let mut builder = arrow::BatchBuilder::new(rows.len()).with_model(model(), options);
    builder.push(rows).unwrap().remove(0)
}

/// Replaces a value of the metadata of the schema, or adds it.
fn with_metadata(batch: &RecordBatch, key: &str, value: Option<&str>) -> RecordBatch {
    let mut metadata = batch.schema().metadata().clone();
    match value {
        Some(value) => metadata.insert(key.to_owned(), value.to_owned()),
        None => metadata.remove(key),
    };
    let schema = Schema::new_with_metadata(batch.schema().fields().clone(), metadata);
    RecordBatch::try_new(Arc::new(schema), batch.columns().to_vec()).unwrap()
}

/// Replaces a value of the metadata of a column.
fn with_column_metadata(batch: &RecordBatch, column: &str, key: &str, value: &str) -> RecordBatch {
    let schema = batch.schema();
    let fields = schema.fields().iter().map(|field| {
        let mut field = Field::clone(field);
        if field.name() == column {
            let mut metadata = field.metadata().clone();
            metadata.insert(key.to_owned(), value.to_owned());
            field = field.with_metadata(metadata);
        }
        field
    });
    let schema = Schema::new_with_metadata(fields.collect::<Vec<_>>(), schema.metadata().clone());
    RecordBatch::try_new(Arc::new(schema), batch.columns().to_vec()).unwrap()
}

#[test]
fn rows_of_another_decision_are_an_error_that_names_both() {
    let rows = random::<Row>(model(), 3);
    let batch = batch_of(&rows, SchemaOptions::default());
    assert_eq!(read::<Row>(&batch).unwrap(), rows);
    let other = with_metadata(
        &batch,
        "beraad.deliberation",
        Some("99/001\u{202e}\n\u{1b}[2J"),
    );
    let error = read::<Row>(&other).unwrap_err();
    let BatchError::OtherDecision {
        expected, found, ..
    } = &error
    else {
        panic!("{error}");
    };
    assert_eq!(
        (*expected, &**found),
        (
            model().deliberation.number.as_ref(),
            "99/001\u{202e}\n\u{1b}[2J"
        )
    );
    let message = error.to_string();
    assert!(
        message.contains("decision `99/001⟨U+202E⟩ ⟨U+001B⟩[2J`"),
        "{message}"
    );
    assert!(
        message.contains(Row::ID) && message.contains(Row::DECISION),
        "{message}"
    );
    // The decision comes before the block; a schema without the metadata is valid.
    let neither = with_metadata(&other, "beraad.block", Some("another"));
    assert!(matches!(
        read::<Row>(&neither),
        Err(BatchError::OtherDecision { .. })
    ));
    let block = with_metadata(&batch, "beraad.block", Some("another"));
    assert!(matches!(
        read::<Row>(&block),
        Err(BatchError::OtherBlock { .. })
    ));
    let bare = with_metadata(
        &with_metadata(&batch, "beraad.block", None),
        "beraad.deliberation",
        None,
    );
    assert_eq!(read::<Row>(&bare).unwrap(), rows);
}

#[test]
fn column_of_another_kind_is_an_error_that_names_both() {
    let rows = random::<Row>(model(), 3);
    for options in [
        SchemaOptions::default(),
        SchemaOptions::default().with_extension_names(),
    ] {
        let batch = batch_of(&rows, options);
        assert_eq!(read::<Row>(&batch).unwrap(), rows);
        for (column, key, found, expected) in [
            (
                "month",
                EXTENSION,
                "beraad.year_quarter",
                "beraad.year_month",
            ),
            ("month", KIND, "year_quarter", "year_month"),
            (
                "person",
                EXTENSION,
                "beraad.year_month",
                "beraad.serial_number",
            ),
            ("person", KIND, "count", "serial_number"),
            ("person", "beraad.serial_number_of", "household", "person"),
            ("person", "beraad.currency", "EUR", "serial_number"),
            ("person", "beraad.quantity", "visits\u{1b}", "serial_number"),
        ] {
            let other = with_column_metadata(&batch, column, key, found);
            let message = read::<Row>(&other).unwrap_err().to_string();
            let found = found.replace('\u{1b}', "⟨U+001B⟩");
            let expected = format!(
                "column `{column}`: expected `{expected}`, found `{found}`, by the metadata of the column (`{key}`)"
            );
            assert!(message.contains(&expected), "{message}");
        }
        // Extension types of other programs say nothing about the kinds of this library.
        let foreign = with_column_metadata(&batch, "person", EXTENSION, "geoarrow.point");
        assert_eq!(read::<Row>(&foreign).unwrap(), rows);
    }
}

/// A column that never has a value is an error too: its metadata are not a guess.
#[test]
fn column_of_another_kind_is_an_error_also_without_rows() {
    let batch = batch_of(&random::<Row>(model(), 3), SchemaOptions::default()).slice(0, 0);
    let other = with_column_metadata(&batch, "month", KIND, "year_quarter");
    assert!(read::<Row>(&other).is_err());
}

#[test]
fn items_of_a_list_of_another_kind_are_an_error() {
    let rows = random::<ksz::Household>(model(), 40);
    let batch = batch_of(&rows, SchemaOptions::default().with_extension_names());
    assert_eq!(read::<ksz::Household>(&batch).unwrap(), rows);
    let schema = batch.schema();
    let fields = schema.fields().iter().map(|field| {
        let DataType::List(item) = field.data_type() else {
            return Arc::clone(field);
        };
        let metadata = [(EXTENSION.to_owned(), "beraad.serial_number".to_owned())];
        let item = Field::clone(item).with_metadata(metadata.into_iter().collect::<Metadata>());
        Arc::new(Field::clone(field).with_data_type(DataType::List(Arc::new(item))))
    });
    let schema = Schema::new_with_metadata(fields.collect::<Vec<_>>(), schema.metadata().clone());
    let columns = batch.columns().iter().zip(schema.fields());
    let columns = columns.map(|(column, field)| match field.data_type() {
        DataType::List(item) => {
            let lists = column.as_list::<i32>().clone();
            let (_, offsets, values, nulls) = lists.into_parts();
            Arc::new(ListArray::new(Arc::clone(item), offsets, values, nulls)) as ArrayRef
        }
        _ => Arc::clone(column),
    });
    let columns = columns.collect();
    let other = RecordBatch::try_new(Arc::new(schema), columns).unwrap();
    let message = read::<ksz::Household>(&other).unwrap_err().to_string();
    let expected = "column `children_birth_years`: expected `year`, found `beraad.serial_number`";
    assert!(message.contains(expected), "{message}");
}

#[test]
fn other_version_or_fingerprint_of_the_model_is_a_warning() {
    let rows = random::<Row>(model(), 3);
    let batch = batch_of(&rows, SchemaOptions::default());
    let warnings = |batch: &RecordBatch, model: &Model| {
        let of_schema = WrittenWith::of_schema(batch.schema_ref()).warnings(model);
        let of_arrow = ipc::Reader::<Row, _>::try_new(Cursor::new(arrow_file(batch))).unwrap();
        assert_eq!(of_arrow.warnings(model), of_schema);
        let of_parquet =
            parquet::Reader::<Row, _>::try_new(Bytes::from(parquet_file(batch))).unwrap();
        assert_eq!(of_parquet.warnings(model), of_schema);
        // The rows are read all the same.
        assert_eq!(of_parquet.collect::<Result<Vec<Row>, _>>().unwrap(), rows);
        of_schema
    };
    assert_eq!(warnings(&batch, model()), []);
    let version = model().version.to_string();
    let other = with_metadata(&batch, "beraad.model_version", Some("0.0.9\n\u{1b}"));
    let [warning] = &*warnings(&other, model()) else {
        panic!()
    };
    assert_eq!(
        *warning,
        FileWarning::OtherVersion {
            expected: version.clone(),
            found: "0.0.9 ⟨U+001B⟩".to_owned(),
            block: BlockChange::Unchanged
        }
    );
    assert_eq!(
        warning.to_string(),
        format!(
            "the file was written with version `0.0.9 ⟨U+001B⟩` of the model, and this is version `{version}`; its block and code \
             lists are the same in both"
        )
    );
    let other = with_metadata(&batch, "beraad.fingerprint", Some("00"));
    let fingerprint = |block| {
        [FileWarning::OtherFingerprint {
            version: version.clone(),
            block,
        }]
    };
    assert_eq!(
        warnings(&other, model()),
        fingerprint(BlockChange::Unchanged)
    );
    let other = with_metadata(&other, "beraad.block_fingerprint", Some("00"));
    let warned = warnings(&other, model());
    assert_eq!(warned, fingerprint(BlockChange::Changed));
    assert!(
        warned[0]
            .to_string()
            .contains("merge the code lists that came with the delivery")
    );
    // Without the metadata of the model, the block decides; without any, there is nothing to compare.
    let other = with_metadata(
        &with_metadata(&other, "beraad.fingerprint", None),
        "beraad.model_version",
        None,
    );
    assert_eq!(warnings(&other, model()), fingerprint(BlockChange::Changed));
    let none = with_metadata(&other, "beraad.block_fingerprint", None);
    assert_eq!(warnings(&none, model()), []);
}

/// A text of any length in the metadata costs little memory and gives a short message.
#[test]
fn long_metadata_are_shortened() {
    let batch = batch_of(&random::<Row>(model(), 3), SchemaOptions::default());
    let long = with_metadata(&batch, "beraad.model_version", Some(&"9".repeat(1 << 20)));
    let written_with = WrittenWith::of_schema(long.schema_ref());
    let warnings = written_with.warnings(model());
    assert!(written_with.model_version.unwrap().len() < 1000);
    assert!(warnings[0].to_string().len() < 1000);
}

#[test]
fn warning_about_several_files_names_the_first_and_counts_them() {
    let rows = random::<Row>(model(), 3);
    let batch = batch_of(&rows, SchemaOptions::default());
    let other = with_metadata(&batch, "beraad.fingerprint", Some("00"));
    let another = with_metadata(&batch, "beraad.fingerprint", Some("01"));
    let paths = ["a.arrow", "b.arrow", "c.arrow"].map(PathBuf::from);
    let files = Files::<ipc::Reader<Row, _>, _>::try_new(paths.clone(), |path| {
        let batch = match path.to_str() {
            Some("a.arrow") => &batch,
            Some("b.arrow") => &another,
            _ => &other,
        };
        Ok(Cursor::new(arrow_file(batch)))
    });
    let files = files.unwrap();
    let warnings = files.warnings(model());
    assert_eq!(warnings.len(), 1);
    assert_eq!((&warnings[0].path, warnings[0].count), (&paths[1], 2));
    assert!(
        warnings[0]
            .to_string()
            .starts_with("b.arrow and 1 more file: the file was written with another model")
    );
    assert_eq!(files.count(), 9);
}
