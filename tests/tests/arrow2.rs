//! The schemas of arrow-rs and of arrow2 are the same schema, by the C data interface that both speak.

use std::fmt::Debug;

use arrow_schema::DataType;
use beraad_model::{for_each_block, model};
use beraad_schema::{Block, arrow, arrow2};
use beraad_tests::rows;

use crate::c_data::{from_arrow2, from_arrow2_batch, to_arrow2};

#[path = "../examples/hand_to_arrow2.rs"]
mod hand_to_arrow2;

/// Hands a schema from one library to the other.
mod c_data {
    #![expect(
        unsafe_code,
        reason = "the C data interface is a struct in memory that each library declares for itself"
    )]

    use std::ptr::from_ref;

    use arrow_array::RecordBatch;
    use arrow_array::ffi::{FFI_ArrowArray, from_ffi};
    use arrow_schema::ffi::FFI_ArrowSchema;
    use arrow2::array::{Array, StructArray};
    use arrow2::datatypes::Field;
    use arrow2::ffi::{
        ArrowArray, ArrowSchema, export_array_to_c, export_field_to_c, import_field_from_c,
    };

    const _: () = assert!(size_of::<ArrowSchema>() == size_of::<FFI_ArrowSchema>());
    const _: () = assert!(align_of::<ArrowSchema>() == align_of::<FFI_ArrowSchema>());

    /// The schema as a struct field of arrow2.
    pub(super) fn to_arrow2(schema: &arrow_schema::Schema) -> Field {
        let c = FFI_ArrowSchema::try_from(schema).unwrap();
        // SAFETY: both are `struct ArrowSchema` of the Arrow specification, `repr(C)`, and `c` lives until the end.
        unsafe { import_field_from_c(&*from_ref(&c).cast::<ArrowSchema>()) }.unwrap()
    }

    /// The schema that a struct field of arrow2 holds.
    pub(super) fn from_arrow2(field: &Field) -> arrow_schema::Schema {
        let c = export_field_to_c(field);
        // SAFETY: as above.
        let c = unsafe { &*from_ref(&c).cast::<FFI_ArrowSchema>() };
        arrow_schema::Schema::try_from(c).unwrap()
    }

    /// The batch that columns of arrow2 are, and a struct field that names them.
    pub(super) fn from_arrow2_batch(field: &Field, columns: Vec<Box<dyn Array>>) -> RecordBatch {
        let array = StructArray::new(field.data_type.clone(), columns, None);
        let array = export_array_to_c(array.boxed());
        let schema = export_field_to_c(field);
        // SAFETY: both are the structs of the Arrow specification, `repr(C)`; the array is moved, so that one library
        // only releases it, and the schema lives until the end.
        let data = unsafe {
            let array = std::mem::transmute::<ArrowArray, FFI_ArrowArray>(array);
            from_ffi(array, &*from_ref(&schema).cast::<FFI_ArrowSchema>())
        };
        let batch = RecordBatch::from(arrow_array::StructArray::from(data.unwrap()));
        let schema = from_arrow2(field);
        batch.with_schema(schema.into()).unwrap()
    }
}

/// A schema of arrow2 as the struct field that the interface hands over.
fn as_field(schema: ::arrow2::datatypes::Schema) -> ::arrow2::datatypes::Field {
    let fields = ::arrow2::datatypes::DataType::Struct(schema.fields);
    ::arrow2::datatypes::Field::new("", fields, false).with_metadata(schema.metadata)
}

#[test]
fn a_schema_of_arrow_rs_is_the_schema_of_arrow2() {
    let model = model();
    for block in model.blocks.iter() {
        let handed_over = to_arrow2(&arrow::schema(model, block));
        assert_eq!(
            handed_over,
            as_field(arrow2::schema(model, block)),
            "{}",
            block.id
        );
    }
}

#[test]
fn a_schema_of_arrow2_is_the_schema_of_arrow_rs() {
    let model = model();
    for block in model.blocks.iter() {
        let handed_over = from_arrow2(&as_field(arrow2::schema(model, block)));
        assert_eq!(handed_over, arrow::schema(model, block), "{}", block.id);
    }
}

#[test]
fn there_and_back_is_the_same_schema() {
    let model = model();
    for block in model.blocks.iter() {
        let schema = arrow::schema(model, block);
        assert_eq!(from_arrow2(&to_arrow2(&schema)), schema);
        let field = as_field(arrow2::schema(model, block));
        assert_eq!(to_arrow2(&from_arrow2(&field)), field);
    }
}

#[test]
fn a_difference_shows() {
    // Lest the tests above pass because metadata, extensions or nullability are lost on the way.
    let model = model();
    let block = &model.blocks[0];
    let theirs = as_field(arrow2::schema(model, block));
    let schema = || arrow::schema(model, block);
    assert_eq!(to_arrow2(&schema()), theirs);

    let mut other = schema();
    other.metadata.insert("beraad.block", "another");
    assert_ne!(to_arrow2(&other), theirs);

    let spoil = |spoil: &dyn Fn(arrow_schema::Field) -> arrow_schema::Field| {
        let mut fields: Vec<_> = schema()
            .fields
            .iter()
            .map(|field| field.as_ref().clone())
            .collect();
        let first = fields.remove(0);
        fields.insert(0, spoil(first));
        arrow_schema::Schema::new(fields).with_metadata(schema().metadata)
    };
    assert_eq!(to_arrow2(&spoil(&|field| field)), theirs);
    assert_ne!(
        to_arrow2(&spoil(&|field| field.with_nullable(true))),
        theirs
    );
    assert_ne!(
        to_arrow2(&spoil(&|field| field.with_data_type(DataType::Int32))),
        theirs
    );
    let without_extension = |field: arrow_schema::Field| {
        let mut metadata = field.metadata().clone();
        assert!(metadata.remove("ARROW:extension:name").is_some());
        field.with_metadata(metadata)
    };
    assert_ne!(to_arrow2(&spoil(&without_extension)), theirs);
}

#[test]
fn the_schema_of_a_row_has_the_fields_of_its_block() {
    fn check<R: Block>() {
        let model = model();
        let block = model.block(&R::description().id).unwrap();
        let of_row = arrow::schema_of::<R>();
        assert_eq!(of_row.fields, arrow::schema(model, block).fields);
        assert_eq!(
            arrow2::schema_of::<R>().fields,
            arrow2::schema(model, block).fields
        );
        let names: Vec<_> = of_row
            .fields
            .iter()
            .map(|field| field.name().as_str())
            .collect();
        assert_eq!(names, R::column_names());
    }
    for_each_block!(|B| check::<B>());
}

#[test]
fn schemas_carry_what_a_reader_of_the_file_must_know() {
    let model = model();
    for block in model.blocks.iter() {
        let schema = arrow::schema(model, block);
        assert_eq!(
            schema.metadata["beraad.keep_until"],
            model.deliberation.keep_until.to_string()
        );
        assert_eq!(schema.metadata["beraad.fingerprint"], model.fingerprint());
        for (field, column) in schema.fields.iter().zip(block.columns()) {
            assert_eq!(field.metadata()["beraad.label.nl"], column.label().nl);
            assert_eq!(
                field.metadata()["beraad.definition.en"],
                column.definition().en
            );
            assert_eq!(field.is_nullable(), column.nullable());
            let term = column
                .variable()
                .map(|variable| variable.phrase.term.to_string());
            assert_eq!(field.metadata().get("beraad.term").cloned(), term);
        }
    }
}

#[test]
fn a_batch_of_arrow_rs_is_the_batch_of_arrow2() {
    fn check<R: Block + Debug>() {
        let rows: Vec<R> = rows::made(model(), 70);
        let mut batches = arrow::Batches::<R>::new(70).described_by(model());
        let batch = batches.push(&rows).unwrap().remove(0);
        let (field, chunk) = hand_to_arrow2::to_arrow2(batch.clone()).unwrap();
        assert_eq!(field, as_field(arrow2::schema(model(), R::description())));
        assert_eq!(chunk.len(), rows.len());
        // Back again, since equality is for arrow-rs to say.
        let arrays = chunk.into_arrays();
        assert_eq!(from_arrow2_batch(&field, arrays), batch);
    }
    for_each_block!(|B| check::<B>());
}
