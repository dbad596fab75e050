//! Rows into batches and back, for every block.

use std::fmt::Debug;
use std::sync::Arc;

use arrow_array::{
    Array, ArrayRef, DictionaryArray, FixedSizeListArray, LargeListArray, NullArray, StringArray,
    UInt8Array,
};
use arrow_buffer::OffsetBuffer;
use arrow_schema::{DataType, Field, Schema};
use beraad_model::{for_each_block, model, vdab};
use beraad_schema::Block;
use beraad_schema::arrow::{Batches, RecordBatch, Rows, schema, schema_of};
use beraad_tests::rows::made;

#[test]
fn rows_come_back_from_a_batch() {
    fn check<R: Block + Debug + PartialEq>() {
        for count in [0, 1, 63, 64, 65] {
            let rows = made::<R>(model(), count);
            let batch = R::to_batch(&rows).unwrap();
            assert_eq!(batch.num_rows(), count);
            assert_eq!(*batch.schema(), schema_of::<R>());
            assert_eq!(R::from_batch(&batch).unwrap(), rows, "{}", R::ID);
            let one_by_one: Vec<R> = Rows::open(&batch).unwrap().collect();
            assert_eq!(one_by_one, rows);
        }
    }
    for_each_block!(|B| check::<B>());
}

#[test]
fn chunks_of_any_size_give_the_same_batches() {
    fn check<R: Block + Debug + PartialEq>() {
        let rows = made::<R>(model(), 300);
        let batches = |chunk| {
            let mut batches = Batches::<R>::new(128);
            let mut all = Vec::new();
            for chunk in rows.chunks(chunk) {
                all.extend(batches.push(chunk).unwrap());
            }
            all.extend(batches.finish().unwrap());
            assert_eq!(batches.finish().unwrap(), None);
            all
        };
        let whole = batches(300);
        let sizes: Vec<_> = whole.iter().map(RecordBatch::num_rows).collect();
        assert_eq!(sizes, [128, 128, 44]);
        for chunk in [1, 7, 63, 64, 65, 127, 129] {
            assert_eq!(batches(chunk), whole, "{} in chunks of {chunk}", R::ID);
        }
        let back: Vec<R> = whole
            .iter()
            .flat_map(|batch| R::from_batch(batch).unwrap())
            .collect();
        assert_eq!(back, rows);
    }
    for_each_block!(|B| check::<B>());
}

#[test]
fn batches_carry_what_a_model_says() {
    fn check<R: Block + Debug>() {
        let mut batches = Batches::<R>::new(1).described_by(model());
        let batch = batches.push(&made(model(), 1)).unwrap().remove(0);
        assert_eq!(*batch.schema(), schema(model(), R::description()));
    }
    for_each_block!(|B| check::<B>());
}

/// Columns that take no memory can say that there are any number of rows.
#[test]
fn rows_that_take_no_memory_ask_for_none() {
    type R = vdab::Profile;
    let rows = 1 << 50;
    let empty = Arc::new(StringArray::new_null(0));
    let item = Arc::new(Field::new("item", DataType::Utf8, true));
    let lists = FixedSizeListArray::try_new_with_length(item, 0, empty, None, rows).unwrap();
    let fields = vec![
        Field::new("person", DataType::Null, true),
        Field::new("work_disability", lists.data_type().clone(), true),
    ];
    let columns: Vec<ArrayRef> = vec![Arc::new(NullArray::new(rows)), Arc::new(lists)];
    let batch = RecordBatch::try_new(Arc::new(Schema::new(fields)), columns).unwrap();
    let error = R::from_batch(&batch).unwrap_err().to_string();
    assert!(
        error.contains("`person`: 1125899906842624 times"),
        "{error}"
    );
}

#[test]
fn values_that_take_no_memory_ask_for_none() {
    type R = vdab::Profile;
    let nothing = || Arc::new(NullArray::new(1 << 50));
    let dictionary = DictionaryArray::new(UInt8Array::from(vec![0]), nothing());
    let item = Arc::new(Field::new("item", DataType::Null, true));
    let offsets = OffsetBuffer::new(vec![0, 1 << 50].into());
    let lists = LargeListArray::new(item, offsets, nothing(), None);
    let columns: [(_, ArrayRef); 2] = [
        ("education_level", Arc::new(dictionary)),
        ("work_disability", Arc::new(lists)),
    ];
    let batch = RecordBatch::try_from_iter(columns).unwrap();
    let error = R::from_batch(&batch).unwrap_err().to_string();
    for column in ["education_level", "work_disability"] {
        let says = format!("`{column}`: expected ");
        assert!(error.contains(&says), "{error}");
    }
}
