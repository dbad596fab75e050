//! Rows of every block survive the round trip through record batches.

use std::fmt::Debug;
use std::sync::Arc;

use arrow_array::{
    Array, ArrayRef, DictionaryArray, FixedSizeListArray, LargeListArray, NullArray, StringArray,
    UInt8Array,
};
use arrow_buffer::OffsetBuffer;
use arrow_schema::{DataType, Field, Schema};
use beraad_model::{for_each_block, model, vdab};
use beraad_schema::arrow::{
    BatchBuilder, RecordBatch, RowReader, SchemaOptions, schema_of, schema_with_fingerprint,
};
use beraad_schema::{Block, arrow};
use beraad_tests::rows::random;

#[test]
fn rows_survive_the_round_trip() {
    fn check<R: Block + Debug + PartialEq>() {
        for count in [0, 1, 63, 64, 65] {
            let rows = random::<R>(model(), count);
            let batch = arrow::to_batch(&rows).unwrap();
            assert_eq!(batch.num_rows(), count);
            assert_eq!(*batch.schema(), schema_of::<R>());
            assert_eq!(arrow::from_batch::<R>(&batch).unwrap(), rows, "{}", R::ID);
            let one_by_one: Vec<R> = RowReader::try_new(&batch).unwrap().collect();
            assert_eq!(one_by_one, rows);
        }
    }
    for_each_block!(|B| check::<B>());
}

#[test]
fn slices_of_any_size_give_the_same_batches() {
    fn check<R: Block + Debug + PartialEq>() {
        let rows = random::<R>(model(), 300);
        let batches = |slice_length| {
            let mut builder = BatchBuilder::<R>::new(128);
            let mut batches = Vec::new();
            for slice in rows.chunks(slice_length) {
                batches.extend(builder.push(slice).unwrap());
            }
            batches.extend(builder.flush().unwrap());
            assert_eq!(builder.flush().unwrap(), None);
            assert_eq!(builder.finish().unwrap(), None);
            batches
        };
        let whole = batches(300);
        let sizes: Vec<_> = whole.iter().map(RecordBatch::num_rows).collect();
        assert_eq!(sizes, [128, 128, 44]);
        for length in [1, 7, 63, 64, 65, 127, 129] {
            assert_eq!(batches(length), whole, "{} in slices of {length}", R::ID);
        }
        let back: Vec<R> = whole
            .iter()
            .flat_map(|batch| arrow::from_batch::<R>(batch).unwrap())
            .collect();
        assert_eq!(back, rows);
    }
    for_each_block!(|B| check::<B>());
}

#[test]
fn rows_may_be_pushed_after_a_flush() {
    fn check<R: Block + Debug + PartialEq>() {
        let rows = random::<R>(model(), 10);
        let mut builder = BatchBuilder::<R>::new(128);
        let mut batches = builder.push(&rows[..3]).unwrap();
        batches.extend(builder.flush().unwrap());
        batches.extend(builder.push(&rows[3..]).unwrap());
        batches.extend(builder.finish().unwrap());
        let sizes: Vec<_> = batches.iter().map(RecordBatch::num_rows).collect();
        assert_eq!(sizes, [3, 7]);
        let back = batches
            .iter()
            .flat_map(|batch| arrow::from_batch::<R>(batch).unwrap());
        assert!(back.eq(rows));
    }
    for_each_block!(|B| check::<B>());
}

#[test]
fn batches_have_the_schema_of_the_model() {
    fn check<R: Block + Debug>() {
        let builder = BatchBuilder::<R>::new(1).with_model(model(), SchemaOptions::default());
        let batch = { builder }.push(&random(model(), 1)).unwrap().remove(0);
        let options = SchemaOptions::default();
        let fingerprint = model().fingerprint();
        let expected = schema_with_fingerprint(model(), &fingerprint, R::description(), options);
        assert_eq!(*batch.schema(), expected);
    }
    for_each_block!(|B| check::<B>());
}

/// A column of nulls, or of empty lists, can have any number of rows and take no memory.
#[test]
fn columns_without_buffers_are_read_without_memory() {
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
    let error = arrow::from_batch::<R>(&batch).unwrap_err().to_string();
    assert!(
        error.contains("`person`: 1125899906842624 times"),
        "{error}"
    );
}

#[test]
fn values_without_buffers_are_rejected_without_memory() {
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
    let error = arrow::from_batch::<R>(&batch).unwrap_err().to_string();
    assert!(error.contains("`work_disability`: expected "), "{error}");
    // A dictionary of nothing is a column without values, and its keys take the memory of one row.
    assert!(!error.contains("`education_level`"), "{error}");
}
