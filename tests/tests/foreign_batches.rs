//! Batches as other programs write them: what says the same is taken, and what does not is an error that says where.

use std::collections::BTreeSet;
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
use beraad_schema::Block;
use beraad_schema::arrow::{BatchError, Fault};
use beraad_tests::rows::made;

/// The batch with other columns, without metadata.
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

/// The types that say the same as one that is written.
fn same(data_type: &DataType) -> Vec<DataType> {
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
            let mut all: Vec<_> = same(item.data_type())
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
fn what_says_the_same_is_taken() {
    fn check<R: Block + Debug + PartialEq>() {
        let rows = made::<R>(model(), 40);
        let written = R::to_batch(&rows).unwrap();
        for (place, (name, array)) in columns(&written).iter().enumerate() {
            for data_type in same(array.data_type()) {
                let mut columns = columns(&written);
                // What Arrow's own cast cannot do is no case; that there are cases is seen below.
                let Ok(cast) = cast(array, &data_type) else {
                    continue;
                };
                assert_eq!(cast.null_count(), array.null_count());
                columns[place].1 = cast;
                let read = R::from_batch(&batch(columns)).map_err(|error| error.to_string());
                assert_eq!(read.as_ref(), Ok(&rows), "{name}: {data_type}");
            }
        }
    }
    for_each_block!(|B| check::<B>());
}

#[test]
fn every_type_that_is_promised_came_up() {
    static SEEN: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());
    fn check<R: Block + Debug>() {
        for array in R::to_batch(&made::<R>(model(), 9)).unwrap().columns() {
            let types = same(array.data_type());
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
fn columns_are_found_by_name_and_rows_of_a_slice_are_its_own() {
    fn check<R: Block + Debug + PartialEq>() {
        let rows = made::<R>(model(), 140);
        let written = R::to_batch(&rows).unwrap();
        let mut reversed = columns(&written);
        reversed.reverse();
        assert_eq!(R::from_batch(&batch(reversed)).unwrap(), rows);
        for (start, count) in [(0, 1), (1, 70), (67, 73), (140, 0)] {
            let sliced = written.slice(start, count);
            assert_eq!(R::from_batch(&sliced).unwrap(), rows[start..start + count]);
        }
    }
    for_each_block!(|B| check::<B>());
}

#[test]
fn a_column_that_may_be_empty_may_be_absent_or_have_no_type() {
    fn check<R: Block + Debug>() {
        let written = R::to_batch(&made::<R>(model(), 3)).unwrap();
        let nullable = |name: &str| {
            written
                .schema_ref()
                .field_with_name(name)
                .unwrap()
                .is_nullable()
        };
        let with = |of: &dyn Fn(&str, ArrayRef) -> Option<ArrayRef>| {
            let columns = columns(&written).into_iter();
            let columns = columns.filter_map(|(name, array)| Some((name, of(name, array)?)));
            R::from_batch(&batch(columns.collect())).unwrap()
        };
        let without = with(&|name, array| (!nullable(name)).then_some(array));
        let of_no_type = with(&|name, array| {
            Some(if nullable(name) {
                Arc::new(NullArray::new(3))
            } else {
                array
            })
        });
        let texts = |rows: &[R]| serde_json::to_value(rows).unwrap();
        assert_eq!(texts(&without), texts(&of_no_type));
        for row in texts(&without).as_array().unwrap() {
            let columns = row.as_object().unwrap().iter();
            let mut empty = columns.filter(|(name, _)| nullable(name));
            assert!(empty.all(|(_, value)| value.is_null()));
        }
    }
    for_each_block!(|B| check::<B>());
}

/// What is wrong with a batch in which one column is another.
fn with<R: Block + Debug>(name: &str, array: impl Array + 'static) -> String {
    let written = R::to_batch(&made::<R>(model(), array.len())).unwrap();
    let mut columns = columns(&written);
    let column = columns.iter_mut().find(|(column, _)| *column == name);
    column.unwrap().1 = Arc::new(array);
    message::<R>(&batch(columns))
}

fn message<R: Block>(batch: &RecordBatch) -> String {
    R::from_batch(batch)
        .err()
        .map_or_else(|| "taken".into(), |error| error.to_string())
}

/// As pandas has it where a cell is `None`.
#[test]
fn a_null_in_the_place_of_a_list_says_that_lists_may_be_empty() {
    let years = [Some(vec![Some(2000)]), None, None];
    let lists = ListArray::from_iter_primitive::<Int16Type, _, _>(years);
    assert_eq!(
        with::<ksz::Household>("children_birth_years", lists),
        "block `household` (rows are counted from 0)\n  column `children_birth_years`: 2 times, first in row 1: no list; \
         write an empty one where there are no values"
    );
}

#[test]
fn a_value_that_is_none_is_an_error_with_its_row() {
    type Payment = ksz::UnemploymentPayment;
    let max = 2_147_483_620_i64;
    let of_text = |texts: &[&str]| StringArray::from_iter_values(texts);
    let mut all = vec![
        with::<Payment>("person", UInt32Array::from(vec![1, 0, 7, 0])),
        with::<Payment>("person", Int64Array::from(vec![1, max, max + 1])),
        with::<Payment>("person", Int64Array::from(vec![1, -1])),
        with::<Payment>("person", UInt64Array::from(vec![u64::MAX])),
        with::<Payment>("person", Int64Array::from(vec![Some(1), None, None])),
        with::<Payment>("person", Float64Array::from(vec![1.0, 1.5])),
        with::<Payment>("person", Float64Array::from(vec![f64::NAN])),
        with::<Payment>("person", Float64Array::from(vec![1e300, f64::NEG_INFINITY])),
        with::<Payment>(
            "person",
            Float32Array::from(vec![16_777_216.0, 16_777_220.0]),
        ),
        // 1 January, 1 April and 2 January 1970.
        with::<Payment>("quarter", Date32Array::from(vec![0, 90, 1])),
        // 1 February 1970 starts a month and no quarter.
        with::<Payment>("quarter", Date32Array::from(vec![31])),
        with::<Payment>("activation_start_month", Date32Array::from(vec![31, 32])),
        with::<Payment>(
            "activation_start_month",
            Date32Array::from(vec![i32::MIN, i32::MAX]),
        ),
        with::<Payment>(
            "activation_start_month",
            TimestampNanosecondArray::from(vec![0, 1]),
        ),
        with::<Payment>(
            "activation_working_time_percentage",
            Float64Array::from(vec![0.1, 0.123_45]),
        ),
        with::<Payment>(
            "activation_working_time_percentage",
            Float64Array::from(vec![f64::INFINITY]),
        ),
        with::<Payment>(
            "activation_working_time_percentage",
            Decimal128Array::from(vec![123_450, 123_456])
                .with_precision_and_scale(20, 5)
                .unwrap(),
        ),
        with::<Payment>(
            "activation_working_time_percentage",
            Decimal128Array::from(vec![i128::MAX / 2])
                .with_precision_and_scale(38, -3)
                .unwrap(),
        ),
        with::<Payment>(
            "activation_working_time_percentage",
            Decimal256Array::from(vec![i256::MAX, i256::from_i128(0)])
                .with_precision_and_scale(76, 76)
                .unwrap(),
        ),
        with::<ksz::Household>("lipro_position", of_text(&[""])),
        with::<Payment>("unemployment_benefit_class", of_text(&["1", "123456789"])),
        with::<Payment>("unemployment_benefit_class", of_text(&["1", "\u{e9}"])),
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
    all.push(with::<ksz::Household>(
        "children_birth_years",
        years(vec![2000, 99, 2001, 10_000], vec![0, 0, 1, 3, 4]),
    ));
    insta::assert_snapshot!(all.join("\n\n"));
}

#[test]
fn a_column_of_another_type_is_an_error_with_both_types() {
    type Payment = ksz::UnemploymentPayment;
    let all = [
        with::<Payment>("person", StringArray::from(vec!["1"])),
        with::<Payment>("quarter", StringArray::from(vec!["2010-Q1"])),
        with::<Payment>("quarter", Int32Array::from(vec![0])),
        with::<Payment>(
            "quarter",
            TimestampNanosecondArray::from(vec![0]).with_timezone("Europe/Brussels"),
        ),
        with::<Payment>("intervention_beneficiary", UInt8Array::from(vec![1])),
        with::<Payment>(
            "activation_working_time_percentage",
            Float32Array::from(vec![0.5]),
        ),
        with::<Payment>("unemployment_benefit_class", Int64Array::from(vec![1])),
        with::<ksz::Household>("children_birth_years", Int32Array::from(vec![2000])),
        with::<ksz::Household>("year", BooleanArray::from(vec![true])),
    ];
    insta::assert_snapshot!(all.join("\n\n"));
}

#[test]
fn everything_that_is_wrong_is_said_at_once() {
    let written = ksz::UnemploymentPayment::to_batch(&made(model(), 2)).unwrap();
    let mut columns = columns(&written);
    columns.retain(|(name, _)| *name != "person");
    columns[0].1 = Arc::new(UInt16Array::from(vec![1, 2]));
    columns.push(("qarter\n\u{202e}", Arc::new(NullArray::new(2))));
    columns.push(("activation_end_month", Arc::new(NullArray::new(2))));
    insta::assert_snapshot!(message::<ksz::UnemploymentPayment>(&batch(columns)));
}

#[test]
fn a_dictionary_may_hold_what_no_row_uses() {
    type Payment = ksz::UnemploymentPayment;
    let rows = made::<Payment>(model(), 4);
    let written = Payment::to_batch(&rows).unwrap();
    let read = |keys: Vec<Option<i32>>, values: StringArray| {
        let dictionary = DictionaryArray::<Int32Type>::new(keys.into(), Arc::new(values));
        let mut columns = columns(&written);
        let column = columns
            .iter_mut()
            .find(|(name, _)| *name == "unemployment_benefit_class");
        column.unwrap().1 = Arc::new(dictionary);
        let rows = Payment::from_batch(&batch(columns));
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
            Some("far too long a code"),
            Some("A"),
            None,
            Some("A"),
        ])
    };
    let read_values = read(vec![Some(1), Some(2), None, Some(3)], values());
    assert_eq!(read_values.unwrap(), [some("A"), None, None, some("A")]);
    let wrong = read(vec![Some(1), Some(0), Some(0), None], values()).unwrap_err();
    let BatchError::Columns { columns, .. } = wrong else {
        panic!("another error")
    };
    assert!(matches!(
        columns[0].fault,
        Fault::Value {
            row: 1,
            count: 2,
            ..
        }
    ));
    let all_null = read(vec![None; 4], StringArray::from(Vec::<&str>::new()));
    assert_eq!(all_null.unwrap(), [None, None, None, None]);
}

#[test]
fn an_empty_batch_has_no_rows_whatever_its_types() {
    let empty = |data_type: &DataType| ("person", new_empty_array(data_type));
    let columns = vec![
        empty(&DataType::UInt32),
        ("quarter", new_empty_array(&DataType::Null)),
    ];
    let read = ksz::UnemploymentPayment::from_batch(&batch(columns));
    assert_eq!(read, Ok(vec![]));
}
