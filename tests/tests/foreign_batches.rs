//! Record batches of other programs: lossless types are accepted, and everything else is an error with its column and row.

use std::collections::{BTreeSet, HashMap};
use std::fmt::Debug;
use std::sync::{Arc, Mutex};

use arrow_array::types::{Int16Type, Int32Type};
use arrow_array::{
    Array, ArrayRef, BooleanArray, Date32Array, Decimal128Array, Decimal256Array, DictionaryArray,
    Float32Array, Float64Array, Int32Array, Int64Array, ListArray, NullArray, RecordBatch,
    StringArray, TimestampNanosecondArray, UInt8Array, UInt16Array, UInt32Array, UInt64Array,
    new_empty_array,
};
use arrow_buffer::{OffsetBuffer, i256};
use arrow_cast::cast;
use arrow_schema::{DataType, Field, Schema, TimeUnit};
use beraad_model::{for_each_block, ksz, model};
use beraad_schema::arrow::{BatchError, ColumnErrorKind};
use beraad_schema::{Block, arrow};
use beraad_tests::rows::random;

/// A batch of these columns, without metadata.
fn batch(columns: Vec<(&str, ArrayRef)>) -> RecordBatch {
    let fields: Vec<_> = columns
        .iter()
        .map(|(name, array)| Field::new(*name, array.data_type().clone(), true))
        .collect();
    let arrays = columns.into_iter().map(|(_, array)| array).collect();
    RecordBatch::try_new(Arc::new(Schema::new(fields)), arrays).unwrap()
}

/// The columns of a batch.
fn columns(batch: &RecordBatch) -> Vec<(&str, ArrayRef)> {
    let schema = batch.schema_ref().fields().iter();
    let names = schema.map(|field| field.name().as_str());
    names.zip(batch.columns().iter().cloned()).collect()
}

/// The types that represent the values of a written type losslessly.
fn lossless_types(data_type: &DataType) -> Vec<DataType> {
    let dictionary = |key, value| DataType::Dictionary(Box::new(key), Box::new(value));
    match data_type {
        DataType::Date32 => vec![
            DataType::Date64,
            DataType::Timestamp(TimeUnit::Second, None),
            DataType::Timestamp(TimeUnit::Millisecond, None),
            DataType::Timestamp(TimeUnit::Microsecond, Some("+00:00".into())),
        ],
        DataType::Int16 | DataType::UInt32 => vec![
            DataType::Int32,
            DataType::Int64,
            DataType::UInt64,
            DataType::Float64,
            DataType::Decimal128(20, 3),
            DataType::Decimal256(40, 0),
        ],
        DataType::Decimal128(..) => vec![
            DataType::Decimal128(38, 6),
            DataType::Decimal256(60, 20),
            DataType::Float64,
        ],
        // As texts, `cast` writes `true` and `false`.
        DataType::Boolean => vec![
            DataType::Int8,
            DataType::UInt8,
            DataType::Int64,
            DataType::Float32,
            DataType::Float64,
            DataType::Utf8,
            DataType::LargeUtf8,
        ],
        DataType::Dictionary(..) => vec![
            DataType::Utf8,
            DataType::LargeUtf8,
            DataType::Utf8View,
            dictionary(DataType::Int8, DataType::Utf8),
            dictionary(DataType::Int32, DataType::Utf8),
            dictionary(DataType::UInt64, DataType::LargeUtf8),
            dictionary(DataType::UInt16, DataType::Utf8View),
        ],
        DataType::List(item) => {
            let with = |item: DataType| Arc::new(Field::new("element", item, true));
            let mut all: Vec<_> = lossless_types(item.data_type())
                .into_iter()
                .map(|item| DataType::List(with(item)))
                .collect();
            all.push(DataType::LargeList(item.clone()));
            all
        }
        _ => vec![],
    }
}

#[test]
fn lossless_types_are_accepted() {
    fn check<R: Block + Debug + PartialEq>() {
        let rows = random::<R>(model(), 40);
        let written = arrow::to_batch(&rows).unwrap();
        for (place, (name, array)) in columns(&written).iter().enumerate() {
            for data_type in lossless_types(array.data_type()) {
                let mut columns = columns(&written);
                // `cast` does not support all pairs; the next test lists those that were tried.
                let Ok(cast) = cast(array, &data_type) else {
                    continue;
                };
                assert_eq!(cast.null_count(), array.null_count());
                columns[place].1 = cast;
                let read =
                    arrow::from_batch::<R>(&batch(columns)).map_err(|error| error.to_string());
                assert_eq!(read.as_ref(), Ok(&rows), "{name}: {data_type}");
            }
        }
    }
    for_each_block!(|B| check::<B>());
}

#[test]
fn lossless_types_that_were_tried() {
    static SEEN: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());
    fn check<R: Block + Debug>() {
        for array in arrow::to_batch(&random::<R>(model(), 9)).unwrap().columns() {
            let types = lossless_types(array.data_type());
            let pairs = types.iter().filter(|to| cast(array, to).is_ok());
            let pairs = pairs.map(|to| format!("{} <- {to}", array.data_type()));
            SEEN.lock().unwrap().extend(pairs);
        }
    }
    for_each_block!(|B| check::<B>());
    let seen = SEEN.lock().unwrap();
    insta::assert_snapshot!(
        seen.iter()
            .map(String::as_str)
            .collect::<Vec<_>>()
            .join("\n")
    );
}

#[test]
fn columns_are_found_by_name_and_slices_are_read() {
    fn check<R: Block + Debug + PartialEq>() {
        let rows = random::<R>(model(), 140);
        let written = arrow::to_batch(&rows).unwrap();
        let mut reversed = columns(&written);
        reversed.reverse();
        assert_eq!(arrow::from_batch::<R>(&batch(reversed)).unwrap(), rows);
        for (start, count) in [(0, 1), (1, 70), (67, 73), (140, 0)] {
            let sliced = written.slice(start, count);
            assert_eq!(
                arrow::from_batch::<R>(&sliced).unwrap(),
                rows[start..start + count]
            );
        }
    }
    for_each_block!(|B| check::<B>());
}

#[test]
fn nullable_column_may_be_missing_or_of_null_type() {
    fn check<R: Block + Debug>() {
        let written = arrow::to_batch(&random::<R>(model(), 3)).unwrap();
        let nullable = |name: &str| {
            written
                .schema_ref()
                .field_with_name(name)
                .unwrap()
                .is_nullable()
        };
        let with = |replace: &dyn Fn(&str, ArrayRef) -> Option<ArrayRef>| {
            let columns = columns(&written).into_iter();
            let columns = columns.filter_map(|(name, array)| Some((name, replace(name, array)?)));
            arrow::from_batch::<R>(&batch(columns.collect())).unwrap()
        };
        let without = with(&|name, array| (!nullable(name)).then_some(array));
        let of_null_type = with(&|name, array| {
            Some(if nullable(name) {
                Arc::new(NullArray::new(3))
            } else {
                array
            })
        });
        let texts = |rows: &[R]| serde_json::to_value(rows).unwrap();
        assert_eq!(texts(&without), texts(&of_null_type));
        for row in texts(&without).as_array().unwrap() {
            let columns = row.as_object().unwrap().iter();
            let mut empty = columns.filter(|(name, _)| nullable(name));
            assert!(empty.all(|(_, value)| value.is_null()));
        }
    }
    for_each_block!(|B| check::<B>());
}

/// The error of a batch in which one column is replaced.
fn error_with<R: Block + Debug>(name: &str, array: impl Array + 'static) -> String {
    let written = arrow::to_batch(&random::<R>(model(), array.len())).unwrap();
    let mut columns = columns(&written);
    let column = columns.iter_mut().find(|(column, _)| *column == name);
    column.unwrap().1 = Arc::new(array);
    message::<R>(&batch(columns))
}

fn message<R: Block>(batch: &RecordBatch) -> String {
    arrow::from_batch::<R>(batch)
        .err()
        .map_or_else(|| "accepted".into(), |error| error.to_string())
}

/// pandas writes such a column where a cell is `None`.
#[test]
fn null_instead_of_a_list_is_an_error() {
    let years = [Some(vec![Some(2000)]), None, None];
    let lists = ListArray::from_iter_primitive::<Int16Type, _, _>(years);
    assert_eq!(
        error_with::<ksz::Household>("children_birth_years", lists),
        "invalid columns of block `household` (rows are counted from 0)\n  column `children_birth_years`: 2 times, first in row 1: \
         null instead of a list; write an empty list where there are no values"
    );
}

#[test]
fn invalid_value_is_reported_with_its_row() {
    type Payment = ksz::UnemploymentPayment;
    let max = 2_147_483_620_i64;
    let strings = |texts: &[&str]| StringArray::from_iter_values(texts);
    let mut all = vec![
        error_with::<Payment>("person", UInt32Array::from(vec![1, 0, 7, 0])),
        error_with::<Payment>("person", Int64Array::from(vec![1, max, max + 1])),
        error_with::<Payment>("person", Int64Array::from(vec![1, -1])),
        error_with::<Payment>("person", UInt64Array::from(vec![u64::MAX])),
        error_with::<Payment>("person", Int64Array::from(vec![Some(1), None, None])),
        error_with::<Payment>("person", Float64Array::from(vec![1.0, 1.5])),
        error_with::<Payment>("person", Float64Array::from(vec![f64::NAN])),
        error_with::<Payment>("person", Float64Array::from(vec![1e300, f64::NEG_INFINITY])),
        error_with::<Payment>(
            "person",
            Float32Array::from(vec![16_777_216.0, 16_777_220.0]),
        ),
        error_with::<Payment>("intervention_beneficiary", UInt8Array::from(vec![1, 0, 2])),
        error_with::<Payment>(
            "intervention_beneficiary",
            Float64Array::from(vec![1.0, 0.5]),
        ),
        error_with::<Payment>("intervention_beneficiary", strings(&["1", "false", "J"])),
        // 1 January, 1 April and 2 January 1970.
        error_with::<Payment>("quarter", Date32Array::from(vec![0, 90, 1])),
        // A month starts on 1 February 1970, but not a quarter.
        error_with::<Payment>("quarter", Date32Array::from(vec![31])),
        error_with::<Payment>("activation_start_month", Date32Array::from(vec![31, 32])),
        error_with::<Payment>(
            "activation_start_month",
            Date32Array::from(vec![i32::MIN, i32::MAX]),
        ),
        error_with::<Payment>(
            "activation_start_month",
            TimestampNanosecondArray::from(vec![0, 1]),
        ),
        error_with::<Payment>(
            "activation_working_time_pct",
            Float64Array::from(vec![0.1, 0.123_45]),
        ),
        error_with::<Payment>(
            "activation_working_time_pct",
            Float64Array::from(vec![f64::INFINITY]),
        ),
        error_with::<Payment>(
            "activation_working_time_pct",
            Decimal128Array::from(vec![123_450, 123_456])
                .with_precision_and_scale(20, 5)
                .unwrap(),
        ),
        error_with::<Payment>(
            "activation_working_time_pct",
            Decimal128Array::from(vec![i128::MAX / 2])
                .with_precision_and_scale(38, -3)
                .unwrap(),
        ),
        error_with::<Payment>(
            "activation_working_time_pct",
            Decimal256Array::from(vec![i256::MAX, i256::from_i128(0)])
                .with_precision_and_scale(76, 76)
                .unwrap(),
        ),
        error_with::<ksz::Household>("lipro_position", strings(&[""])),
        error_with::<Payment>(
            "unemployment_benefit_class",
            strings(&["1", &"2".repeat(33)]),
        ),
        error_with::<Payment>(
            "unemployment_benefit_class",
            strings(&["1", " 2", "3", "4 "]),
        ),
        error_with::<ksz::Household>("lipro_position", strings(&["1 "])),
        error_with::<Payment>("unemployment_benefit_class", strings(&["1", "\u{e9}"])),
    ];
    let years = |years: Vec<i32>, ends: Vec<i32>| {
        let item = Field::new("item", DataType::Int32, true);
        ListArray::new(
            item.into(),
            OffsetBuffer::new(ends.into()),
            Arc::new(Int32Array::from(years)),
            None,
        )
    };
    all.push(error_with::<ksz::Household>(
        "children_birth_years",
        years(vec![2000, 99, 2001, 10_000], vec![0, 0, 1, 3, 4]),
    ));
    insta::assert_snapshot!(all.join("\n\n"));
}

#[test]
fn wrong_type_is_reported_with_both_types() {
    type Payment = ksz::UnemploymentPayment;
    let all = [
        error_with::<Payment>("person", StringArray::from(vec!["1"])),
        error_with::<Payment>("quarter", Int32Array::from(vec![0])),
        error_with::<Payment>(
            "quarter",
            TimestampNanosecondArray::from(vec![0]).with_timezone("Europe/Brussels"),
        ),
        error_with::<Payment>("intervention_beneficiary", Date32Array::from(vec![1])),
        error_with::<Payment>("activation_working_time_pct", Float32Array::from(vec![0.5])),
        error_with::<Payment>("unemployment_benefit_class", Int64Array::from(vec![1])),
        error_with::<ksz::Household>("children_birth_years", Int32Array::from(vec![2000])),
        error_with::<ksz::Household>("year", BooleanArray::from(vec![true])),
    ];
    insta::assert_snapshot!(all.join("\n\n"));
}

/// Programs that guess types give a column without values any type.
#[test]
fn column_without_values_may_have_any_type() {
    type Payment = ksz::UnemploymentPayment;
    let rows = random::<Payment>(model(), 3);
    let written = arrow::to_batch(&rows).unwrap();
    for array in [
        Arc::new(Float64Array::new_null(3)) as ArrayRef,
        Arc::new(BooleanArray::new_null(3)),
        Arc::new(StringArray::new_null(3)),
    ] {
        let mut columns = columns(&written);
        for (name, column) in &mut columns {
            if ["unemployment_benefit_class", "activation_end_month"].contains(name) {
                *column = array.clone();
            }
        }
        let read = arrow::from_batch::<Payment>(&batch(columns.clone())).unwrap();
        assert!(
            read.iter()
                .all(|row| row.unemployment_benefit_class.is_none())
        );
        // Without rows, the type is not an error either.
        let empty = batch(columns).slice(0, 0);
        assert_eq!(arrow::from_batch::<Payment>(&empty).unwrap(), []);
    }
    // With a value it is.
    let numbers = Float64Array::from(vec![None, None, Some(1.0)]);
    let message = error_with::<Payment>("unemployment_benefit_class", numbers);
    assert!(
        message.contains("found Float64; a code is a text"),
        "{message}"
    );
}

#[test]
fn index_of_a_pandas_frame_is_left_out() {
    type Payment = ksz::UnemploymentPayment;
    let rows = random::<Payment>(model(), 3);
    let written = arrow::to_batch(&rows).unwrap();
    let read = |index: &str, notes: &str| {
        let mut columns = columns(&written);
        columns.push((index, Arc::new(Int64Array::from(vec![1, 4, 2]))));
        let batch = batch(columns);
        let metadata = [("pandas".to_owned(), notes.to_owned())];
        let schema =
            Schema::new_with_metadata(batch.schema().fields().clone(), HashMap::from(metadata));
        let batch = batch.with_schema(Arc::new(schema)).unwrap();
        arrow::from_batch::<Payment>(&batch).map_err(|error| error.to_string())
    };
    let index = "__index_level_0__";
    assert_eq!(
        read(index, r#"{"index_columns": ["__index_level_0__"]}"#),
        Ok(rows)
    );
    // An index with a name may be data; a file without the notes has no index.
    let named = read("id", r#"{"index_columns": ["id"]}"#).unwrap_err();
    assert!(named.contains("`index=False`"), "{named}");
    for notes in ["", "[]", r#"{"index_columns": [{"kind": "range"}]}"#] {
        assert!(
            read(index, notes)
                .unwrap_err()
                .contains("not a column of this block")
        );
    }
}

#[test]
fn column_in_capitals_is_suggested() {
    let written = arrow::to_batch(&random::<ksz::UnemploymentPayment>(model(), 2)).unwrap();
    let mut columns = columns(&written);
    let person = columns.iter_mut().find(|(name, _)| *name == "person");
    person.unwrap().0 = "PERSON";
    let message = message::<ksz::UnemploymentPayment>(&batch(columns));
    assert!(
        message.contains("column `PERSON`: not a column of this block; did you mean `person`?"),
        "{message}"
    );
}

/// A program that expects a header takes the values of the first row of a file without one for it.
#[test]
fn names_of_a_file_without_a_header_are_not_shown() {
    let values = |name| (name, Arc::new(Int64Array::from(vec![1])) as ArrayRef);
    let batch = batch(vec![values("85010112345"), values("Jan Jansen")]);
    let message = message::<ksz::UnemploymentPayment>(&batch);
    assert!(
        !message.contains("850101") && !message.contains("Jansen"),
        "{message}"
    );
    assert!(
        message.contains("column `1`: not a column of this block"),
        "{message}"
    );
}

#[test]
fn all_errors_are_reported_at_once() {
    let written = arrow::to_batch(&random::<ksz::UnemploymentPayment>(model(), 2)).unwrap();
    let mut columns = columns(&written);
    columns.retain(|(name, _)| *name != "person");
    columns[0].1 = Arc::new(UInt16Array::from(vec![1, 2]));
    columns.push(("qarter\n\u{202e}", Arc::new(NullArray::new(2))));
    columns.push(("activation_end_month", Arc::new(NullArray::new(2))));
    insta::assert_snapshot!(message::<ksz::UnemploymentPayment>(&batch(columns)));
}

#[test]
fn dictionary_may_have_invalid_values_that_no_row_uses() {
    type Payment = ksz::UnemploymentPayment;
    let rows = random::<Payment>(model(), 4);
    let written = arrow::to_batch(&rows).unwrap();
    let read = |keys: Vec<Option<i32>>, values: StringArray| {
        let dictionary = DictionaryArray::<Int32Type>::new(keys.into(), Arc::new(values));
        let mut columns = columns(&written);
        let column = columns
            .iter_mut()
            .find(|(name, _)| *name == "unemployment_benefit_class");
        column.unwrap().1 = Arc::new(dictionary);
        let rows = arrow::from_batch::<Payment>(&batch(columns));
        rows.map(|rows| {
            let classes = rows.iter().map(|row| row.unemployment_benefit_class);
            classes
                .map(|class| class.map(|class| class.to_string()))
                .collect::<Vec<_>>()
        })
    };
    let some = |text: &str| Some(text.to_owned());
    let values = || {
        StringArray::from(vec![
            Some("far too long a text to be a code of any list"),
            Some("A"),
            None,
            Some("A"),
        ])
    };
    let read_values = read(vec![Some(1), Some(2), None, Some(3)], values());
    assert_eq!(read_values.unwrap(), [some("A"), None, None, some("A")]);
    let wrong = read(vec![Some(1), Some(0), Some(0), None], values()).unwrap_err();
    let BatchError::Columns { columns, .. } = wrong else {
        panic!("expected errors of columns")
    };
    assert!(matches!(
        columns[0].kind,
        ColumnErrorKind::InvalidValue {
            row: 1,
            count: 2,
            ..
        }
    ));
    let all_null = read(vec![None; 4], StringArray::from(Vec::<&str>::new()));
    assert_eq!(all_null.unwrap(), [None, None, None, None]);
}

#[test]
fn empty_batch_has_no_rows() {
    let empty = |data_type: &DataType| ("person", new_empty_array(data_type));
    let columns = vec![
        empty(&DataType::UInt32),
        ("quarter", new_empty_array(&DataType::Null)),
    ];
    let read = arrow::from_batch::<ksz::UnemploymentPayment>(&batch(columns));
    assert_eq!(read, Ok(vec![]));
}
