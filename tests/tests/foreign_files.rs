//! Columns of other programs, as a record batch, an Arrow file and a Parquet file: all three have the same outcome.

use std::collections::HashMap;
use std::fmt::Debug;
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use ::parquet::arrow::arrow_writer::{ArrowWriter, ArrowWriterOptions};
use ::parquet::arrow::{ARROW_SCHEMA_META_KEY, encode_arrow_schema};
use ::parquet::file::metadata::KeyValue;
use ::parquet::file::properties::WriterProperties;
use arrow_array::types::{Int8Type, Int32Type};
use arrow_array::{
    Array, ArrayRef, BooleanArray, Date32Array, Decimal128Array, DictionaryArray, Int8Array,
    Int32Array, Int64Array, NullArray, RecordBatch, RunArray, StringArray,
    TimestampMillisecondArray, new_null_array,
};
use arrow_ipc::reader::FileReader;
use arrow_ipc::writer::FileWriter;
use arrow_schema::{
    DataType, Field, Fields, IntervalUnit, Schema, TimeUnit, UnionFields, UnionMode,
};
use beraad_model::ksz::{PersonYear, UnemploymentPayment};
use beraad_model::model;
use beraad_schema::arrow::{ipc, parquet};
use beraad_schema::{Block, arrow};
use beraad_tests::rows::random;
use bytes::Bytes;

type Payment = UnemploymentPayment;

/// The number of rows of every batch here.
const ROWS: usize = 3;

fn with_columns(columns: Vec<(&str, ArrayRef)>, metadata: HashMap<String, String>) -> RecordBatch {
    let fields: Vec<_> = columns
        .iter()
        .map(|(name, array)| Field::new(*name, array.data_type().clone(), true))
        .collect();
    let arrays = columns.into_iter().map(|(_, array)| array).collect();
    let schema = Schema::new_with_metadata(fields, metadata);
    RecordBatch::try_new(Arc::new(schema), arrays).unwrap()
}

/// Rows of unemployment payments in which these columns are of another program.
fn payments(columns: Vec<(&str, ArrayRef)>) -> RecordBatch {
    let written = arrow::to_batch(&random::<Payment>(model(), ROWS)).unwrap();
    let names = written.schema();
    let names = names.fields().iter().map(|field| field.name().as_str());
    let mut all: Vec<_> = names.zip(written.columns().iter().cloned()).collect();
    for (name, array) in columns {
        match all.iter_mut().find(|(known, _)| *known == name) {
            Some((_, column)) => *column = array,
            None => all.push((name, array)),
        }
    }
    with_columns(all, HashMap::new())
}

fn as_ipc(batch: &RecordBatch) -> Vec<u8> {
    let mut file = FileWriter::try_new(Vec::new(), &batch.schema()).unwrap();
    file.write(batch).unwrap();
    file.into_inner().unwrap()
}

/// A Parquet file that stores another Arrow schema than that of the batch; `None` if Parquet has no such type.
fn as_parquet(batch: &RecordBatch, stored: &Schema) -> Option<Vec<u8>> {
    // The writer writes the values of runs as a plain column.
    let mut types = batch
        .schema_ref()
        .fields()
        .iter()
        .map(|field| field.data_type());
    if types.any(|data_type| matches!(data_type, DataType::RunEndEncoded(..))) {
        return None;
    }
    let stored = KeyValue::new(
        ARROW_SCHEMA_META_KEY.to_owned(),
        encode_arrow_schema(stored),
    );
    let properties = WriterProperties::builder().set_key_value_metadata(Some(vec![stored]));
    let options = ArrowWriterOptions::new()
        .with_properties(properties.build())
        .with_skip_arrow_metadata(true);
    let mut file = Vec::new();
    // The writer panics on types that it does not know.
    let writer = catch_unwind(AssertUnwindSafe(|| {
        ArrowWriter::try_new_with_options(&mut file, batch.schema(), options)
    }));
    let mut writer = writer.ok()?.ok()?;
    writer.write(batch).ok()?;
    writer.close().ok()?;
    Some(file)
}

fn from_ipc<R: Block>(file: &[u8]) -> Result<Vec<R>, String> {
    let rows = ipc::Reader::<R, _>::try_new(Cursor::new(file)).and_then(Iterator::collect);
    rows.map_err(|error| error.to_string())
}

fn from_parquet<R: Block>(file: Vec<u8>) -> Result<Vec<R>, String> {
    let rows = parquet::Reader::<R, _>::try_new(Bytes::from(file)).and_then(Iterator::collect);
    rows.map_err(|error| error.to_string())
}

/// Reads a batch, which must have the same outcome as a batch and in a file; not every type can be in a Parquet file.
fn read<R: Block + Debug + PartialEq>(batch: &RecordBatch) -> Result<Vec<R>, String> {
    let rows = arrow::from_batch::<R>(batch).map_err(|error| error.to_string());
    let check = |of_file: &Result<Vec<R>, String>, format| match (&rows, of_file) {
        (Ok(rows), Ok(of_file)) => assert_eq!(of_file, rows, "{format}"),
        // A reader of files validates the types before it sees that there is no value, and Parquet does not have every type.
        (Err(error), Err(of_file)) => {
            assert_eq!(columns_in(of_file), columns_in(error), "{format}");
        }
        _ => panic!("{:?}: {rows:?}, in {format} {of_file:?}", batch.schema()),
    };
    check(&from_ipc(&as_ipc(batch)), "an Arrow file");
    if let Some(file) = as_parquet(batch, &batch.schema()) {
        check(&from_parquet(file), "a Parquet file");
    }
    rows
}

/// Returns the columns that an error names.
fn columns_in(error: &str) -> Vec<&str> {
    let parts = error.split("  column `").skip(1);
    parts.filter_map(|part| part.split('`').next()).collect()
}

fn field(name: &str, data_type: DataType) -> Arc<Field> {
    Arc::new(Field::new(name, data_type, true))
}

/// Types that no column of a block is written as.
fn foreign_types() -> Vec<DataType> {
    let structs = || DataType::Struct(Fields::from(vec![field("a", DataType::Int8)]));
    let entries = Fields::from(vec![
        Arc::new(Field::new("key", DataType::Utf8, false)),
        field("value", DataType::Int64),
    ]);
    let entries = Field::new("entries", DataType::Struct(entries), false);
    let dictionary = |values| DataType::Dictionary(Box::new(DataType::Int8), Box::new(values));
    vec![
        DataType::Null,
        DataType::Boolean,
        DataType::Float16,
        DataType::Float32,
        DataType::Binary,
        DataType::LargeBinary,
        DataType::BinaryView,
        DataType::FixedSizeBinary(16),
        DataType::Decimal256(50, 2),
        DataType::Duration(TimeUnit::Microsecond),
        DataType::Time64(TimeUnit::Microsecond),
        DataType::Interval(IntervalUnit::MonthDayNano),
        DataType::Timestamp(TimeUnit::Microsecond, Some("Europe/Brussels".into())),
        structs(),
        DataType::Map(Arc::new(entries), false),
        DataType::List(field("item", DataType::Utf8)),
        DataType::List(field("item", structs())),
        DataType::FixedSizeList(field("item", DataType::Int8), 3),
        DataType::LargeListView(field("item", DataType::Binary)),
        dictionary(DataType::Int64),
        dictionary(DataType::Boolean),
        dictionary(DataType::Binary),
        DataType::RunEndEncoded(
            Arc::new(Field::new("run_ends", DataType::Int32, false)),
            field("values", DataType::Utf8),
        ),
        DataType::Union(
            UnionFields::try_new(
                vec![0, 1],
                vec![
                    Field::new("a", DataType::Int8, true),
                    Field::new("b", DataType::Binary, true),
                ],
            )
            .unwrap(),
            UnionMode::Sparse,
        ),
    ]
}

#[test]
fn column_without_values_may_be_of_any_type_in_every_format() {
    for data_type in foreign_types() {
        for column in [
            "unemployment_benefit_class",
            "activation_end_month",
            "activation_working_time_pct",
            "intervention_beneficiary",
        ] {
            let nulls = new_null_array(&data_type, ROWS);
            let rows = read::<Payment>(&payments(vec![(column, nulls)]));
            let rows = rows.unwrap_or_else(|error| panic!("{column}: {data_type}: {error}"));
            for row in rows {
                let row = serde_json::to_value(row).unwrap();
                assert!(row[column].is_null(), "{column}: {data_type}");
            }
        }
        // A required column has values.
        let nulls = new_null_array(&data_type, ROWS);
        let error = read::<Payment>(&payments(vec![("person", nulls)])).unwrap_err();
        assert!(error.contains("column `person`"), "{data_type}: {error}");
    }
}

#[test]
fn column_of_a_foreign_type_with_a_value_is_an_error_with_advice() {
    for data_type in foreign_types() {
        // Of two columns of the type, one without and one with a value in its last row.
        let Some(array) = with_one_value(&data_type) else {
            continue;
        };
        let columns = vec![
            ("activation_end_month", new_null_array(&data_type, ROWS)),
            ("unemployment_benefit_class", array),
        ];
        let error = read::<Payment>(&payments(columns)).unwrap_err();
        assert!(
            error.contains("column `unemployment_benefit_class`: expected dictionary"),
            "{data_type}: {error}"
        );
        let advice = error.split_once("; ").map_or("", |(_, advice)| advice);
        assert!(
            ["pandas", " R "]
                .iter()
                .all(|program| advice.contains(program)),
            "{data_type}: {error}"
        );
        assert!(!error.contains("activation_end_month"), "{error}");
    }
}

/// A column of this type whose last row has a value; `None` for a type whose values cannot be made from bytes, or of nulls only.
fn with_one_value(data_type: &DataType) -> Option<ArrayRef> {
    match data_type {
        DataType::Null | DataType::Union(..) | DataType::LargeListView(_) => None,
        DataType::RunEndEncoded(..) => {
            let ends = Int32Array::from(vec![2, 3]);
            let values = StringArray::from(vec![None, Some("1")]);
            Some(Arc::new(
                RunArray::<Int32Type>::try_new(&ends, &values).unwrap(),
            ))
        }
        DataType::Dictionary(_, values) => {
            let values = with_one_value(values)?;
            let keys = Int8Array::from(vec![None, None, Some(2)]);
            Some(Arc::new(DictionaryArray::<Int8Type>::new(keys, values)))
        }
        DataType::Boolean => Some(Arc::new(BooleanArray::from(vec![None, None, Some(true)]))),
        _ => {
            // The bits of a null column with the last bit set: every byte and offset under it is a zero.
            let zeros = new_null_array(data_type, ROWS).to_data();
            let nulls = arrow_buffer::NullBuffer::from(vec![false, false, true]);
            let data = zeros.into_builder().nulls(Some(nulls));
            Some(arrow_array::make_array(data.build().ok()?))
        }
    }
}

#[test]
fn dictionary_of_other_values_than_texts_is_read_as_its_values() {
    fn dictionary(values: impl Array + 'static) -> ArrayRef {
        let keys = Int8Array::from(vec![Some(1), None, Some(0)]);
        Arc::new(DictionaryArray::<Int8Type>::new(keys, Arc::new(values)))
    }
    let decimals = Decimal128Array::from(vec![5, 125]);
    let decimals = decimals.with_precision_and_scale(5, 1).unwrap();
    let rows = read::<Payment>(&payments(vec![
        (
            "intervention_beneficiary",
            dictionary(BooleanArray::from(vec![true, false])),
        ),
        (
            "activation_end_month",
            dictionary(Date32Array::from(vec![14_610, 14_641])),
        ),
        ("activation_working_time_pct", dictionary(decimals)),
    ]));
    let rows = rows.unwrap();
    let column = |name: &str| -> Vec<_> {
        let rows = rows.iter().map(|row| serde_json::to_value(row).unwrap());
        rows.map(|row| row[name].to_string()).collect()
    };
    assert_eq!(
        column("intervention_beneficiary"),
        ["false", "null", "true"]
    );
    assert_eq!(
        column("activation_end_month"),
        ["\"2010-02\"", "null", "\"2010-01\""]
    );
    assert_eq!(
        column("activation_working_time_pct"),
        ["12.5", "null", "0.5"]
    );
    // A code is a text, so that a dictionary of numbers is not one of codes.
    let numbers = dictionary(Int64Array::from(vec![1, 2]));
    let columns = vec![("unemployment_benefit_class", numbers)];
    let error = read::<Payment>(&payments(columns)).unwrap_err();
    assert!(error.contains("Int64); a code is a text"), "{error}");
}

/// A Parquet file with a column of milliseconds in UTC, whose stored Arrow schema has another type for it.
fn file_with_stored_type(stored: &DataType) -> Vec<u8> {
    let day = 86_400_000;
    let moments = [14_610, 14_641, 14_669].map(|days| days * day);
    let moments = TimestampMillisecondArray::from(moments.to_vec()).with_timezone("UTC");
    let batch = payments(vec![("activation_end_month", Arc::new(moments))]);
    let schema = batch.schema();
    let fields = schema.fields().iter().map(|field| {
        if field.name() == "activation_end_month" {
            Arc::new(Field::clone(field).with_data_type(stored.clone()))
        } else {
            Arc::clone(field)
        }
    });
    let stored = Schema::new(fields.collect::<Vec<_>>());
    as_parquet(&batch, &stored.clone()).unwrap()
}

#[test]
fn time_zone_of_a_timestamp_in_seconds_is_not_lost_in_parquet() {
    // pandas and pyarrow store seconds as milliseconds, and the time zone in the Arrow schema only.
    for unit in [
        TimeUnit::Second,
        TimeUnit::Microsecond,
        TimeUnit::Millisecond,
    ] {
        for zone in [
            "Europe/Brussels",
            "Asia/Tokyo",
            "+01:00",
            "America/New_York",
        ] {
            let timestamp = DataType::Timestamp(unit, Some(zone.into()));
            let dictionary =
                DataType::Dictionary(Box::new(DataType::Int8), Box::new(timestamp.clone()));
            for stored in [timestamp, dictionary] {
                let error = from_parquet::<Payment>(file_with_stored_type(&stored)).unwrap_err();
                assert!(
                    error.contains("column `activation_end_month`") && error.contains(zone),
                    "{error}"
                );
                assert!(error.contains("x.dt.tz_localize(None)"), "{error}");
            }
        }
        for zone in ["UTC", "Etc/UTC", "Zulu", "GMT", "+00:00"] {
            let stored = DataType::Timestamp(unit, Some(zone.into()));
            let rows = from_parquet::<Payment>(file_with_stored_type(&stored)).unwrap();
            let months = rows.iter().map(|row| row.activation_end_month.unwrap());
            let months: Vec<_> = months.map(|month| month.to_string()).collect();
            assert_eq!(months, ["2010-01", "2010-02", "2010-03"], "{zone}");
        }
    }
}

#[test]
fn stored_schema_that_is_not_valid_is_not_a_panic() {
    let batch = payments(vec![]);
    for stored in ["", "x", "AAAA", "/////wAAAAA="] {
        let entry = KeyValue::new(ARROW_SCHEMA_META_KEY.to_owned(), stored.to_owned());
        let properties = WriterProperties::builder().set_key_value_metadata(Some(vec![entry]));
        let options = ArrowWriterOptions::new()
            .with_properties(properties.build())
            .with_skip_arrow_metadata(true);
        let mut file = Vec::new();
        let writer = ArrowWriter::try_new_with_options(&mut file, batch.schema(), options);
        let mut writer = writer.unwrap();
        writer.write(&batch).unwrap();
        writer.close().unwrap();
        let error = from_parquet::<Payment>(file).unwrap_err();
        assert!(error.contains("not a valid Parquet file"), "{error}");
    }
}

/// Changes the type of the only column of a schema from integers of 64 bits to 128: the one place where that is its effect.
fn with_wide_integers(file: &[u8], read: impl Fn(&[u8]) -> Option<String>) -> Vec<u8> {
    let width = 64_i32.to_le_bytes();
    let places = (0..file.len() - 3).filter(|place| file[*place..*place + 4] == width);
    let mut files = places.map(|place| {
        let mut changed = file.to_vec();
        changed[place..place + 4].copy_from_slice(&128_i32.to_le_bytes());
        changed
    });
    let is_wide =
        |file: &Vec<u8>| read(file).is_some_and(|error| error.contains("bit width of 128"));
    files.find(is_wide).expect("a place with the width")
}

#[test]
fn integers_of_128_bits_are_reported_with_their_column() {
    let numbers = || -> ArrayRef { Arc::new(Int64Array::from(vec![1, 2, 3])) };
    for (name, expected) in [
        (
            "person",
            "column `person`: expected uint32, found Int128; an integer of 128 bits",
        ),
        (
            "other",
            "column `other`: not a column of this block; it has integers of 128 bits",
        ),
    ] {
        let batch = with_columns(vec![(name, numbers())], HashMap::new());
        let file = with_wide_integers(&as_ipc(&batch), |file| {
            let read = || FileReader::try_new(Cursor::new(file), None).err();
            match catch_unwind(AssertUnwindSafe(read)) {
                Ok(error) => Some(error?.to_string()),
                // Arrow 59.
                Err(panic) => panic.downcast::<String>().ok().map(|message| *message),
            }
        });
        let error = from_ipc::<Payment>(&file).unwrap_err();
        assert!(error.contains(expected), "{error}");
    }
}

fn notes_of_pandas(index_columns: &str) -> HashMap<String, String> {
    let notes = format!(r#"{{"index_columns": {index_columns}, "columns": []}}"#);
    HashMap::from([("pandas".to_owned(), notes)])
}

#[test]
fn index_of_pandas_that_only_counts_rows_is_named_where_it_is_a_column() {
    let range = |name: &str| {
        let range = r#""start": 0, "stop": 3, "step": 1"#;
        notes_of_pandas(&format!(
            r#"[{{"kind": "range", "name": {name}, {range}}}]"#
        ))
    };
    let columns = || -> Vec<(&str, ArrayRef)> {
        vec![
            ("person", Arc::new(Int64Array::from(vec![1, 2, 3]))),
            ("year", Arc::new(Int64Array::from(vec![2010; ROWS]))),
        ]
    };
    let advice = "in pandas it is an index that only counts the rows";
    // A required column, and an optional one, which would be read as one without values.
    for name in ["person", "sex"] {
        let mut columns = columns();
        columns.retain(|(column, _)| *column != name);
        let batch = with_columns(columns, range(&format!("\"{name}\"")));
        let error = read::<PersonYear>(&batch).unwrap_err();
        assert!(
            error.contains(&format!("column `{name}`: missing; expected "))
                && error.contains(advice),
            "{error}"
        );
    }
    for name in ["null", "\"other\"", "\"year\""] {
        let rows = read::<PersonYear>(&with_columns(columns(), range(name))).unwrap();
        assert_eq!(rows.len(), ROWS, "{name}");
    }
}

#[test]
fn message_names_a_few_unknown_columns_and_cuts_their_names() {
    let long = "x".repeat(100_000);
    let names: Vec<_> = (0..100)
        .map(|number| format!("{number}{long}\u{202e}"))
        .collect();
    let unknown = names.iter().map(|name| {
        let nulls: ArrayRef = Arc::new(NullArray::new(ROWS));
        (name.as_str(), nulls)
    });
    let error = read::<Payment>(&payments(unknown.collect())).unwrap_err();
    assert!(error.contains("nor are 95 more columns"), "{error}");
    assert_eq!(error.matches("not a column of this block").count(), 5);
    assert!(
        error.len() < 1_000 && !error.contains('\u{202e}'),
        "{}",
        error.len()
    );
    // A type names its fields, which come from the file too.
    let fields = Fields::from(vec![field(&long, DataType::Int8)]);
    let structs = with_one_value(&DataType::Struct(fields)).unwrap();
    let columns = vec![("unemployment_benefit_class", structs)];
    let error = read::<Payment>(&payments(columns)).unwrap_err();
    assert!(error.len() < 1_000, "{}", error.len());
}
