//! arrow-rs and arrow2 have equal schemas and batches after an exchange over the C data interface.

use std::collections::BTreeSet;
use std::fmt::Debug;

use arrow_schema::DataType;
use beraad_model::{for_each_block, model};
use beraad_schema::arrow::SchemaOptions;
use beraad_schema::describe::{Language, Retention};
use beraad_schema::{Block, arrow, arrow2};
use beraad_tests::rows;

use crate::c_data::{from_arrow2, from_arrow2_batch, to_arrow2};

#[path = "../examples/hand_to_arrow2.rs"]
mod hand_to_arrow2;

/// Exchanges schemas and batches between the two libraries.
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

    /// Converts a schema to a struct field of arrow2.
    pub(super) fn to_arrow2(schema: &arrow_schema::Schema) -> Field {
        let c = FFI_ArrowSchema::try_from(schema).unwrap();
        // SAFETY: both are `struct ArrowSchema` of the Arrow specification, `repr(C)`, and `c` lives until the end.
        unsafe { import_field_from_c(&*from_ref(&c).cast::<ArrowSchema>()) }.unwrap()
    }

    /// Converts a struct field of arrow2 to a schema.
    pub(super) fn from_arrow2(field: &Field) -> arrow_schema::Schema {
        let c = export_field_to_c(field);
        // SAFETY: as above.
        let c = unsafe { &*from_ref(&c).cast::<FFI_ArrowSchema>() };
        arrow_schema::Schema::try_from(c).unwrap()
    }

    /// Converts columns of arrow2, named by a struct field, to a batch.
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

/// Wraps a schema of arrow2 in the struct field that the C data interface exchanges.
fn as_field(schema: ::arrow2::datatypes::Schema) -> ::arrow2::datatypes::Field {
    let fields = ::arrow2::datatypes::DataType::Struct(schema.fields);
    ::arrow2::datatypes::Field::new("", fields, false).with_metadata(schema.metadata)
}

fn with_names() -> SchemaOptions {
    SchemaOptions::default().with_extension_names()
}

/// The schema of every block in both libraries, without and with the names of extension types.
fn each_schema(mut check: impl FnMut(arrow_schema::Schema, ::arrow2::datatypes::Field, &str)) {
    let model = model();
    let fingerprint = model.fingerprint();
    for block in &model.blocks {
        for options in [SchemaOptions::default(), with_names()] {
            let ours = arrow::schema_with_fingerprint(model, &fingerprint, block, options);
            let theirs = arrow2::schema_with_fingerprint(model, &fingerprint, block, options);
            check(ours, as_field(theirs), &block.id);
        }
    }
}

#[test]
fn arrow_rs_schema_equals_arrow2_schema() {
    each_schema(|ours, theirs, block| assert_eq!(to_arrow2(&ours), theirs, "{block}"));
}

#[test]
fn arrow2_schema_equals_arrow_rs_schema() {
    each_schema(|ours, theirs, block| assert_eq!(from_arrow2(&theirs), ours, "{block}"));
}

#[test]
fn schema_survives_the_round_trip() {
    each_schema(|ours, theirs, block| {
        assert_eq!(from_arrow2(&to_arrow2(&ours)), ours, "{block}");
        assert_eq!(to_arrow2(&from_arrow2(&theirs)), theirs, "{block}");
    });
}

#[test]
fn extension_names_are_written_on_request_only() {
    const NAME: &str = "ARROW:extension:name";
    fn names(schema: &arrow_schema::Schema) -> Vec<&str> {
        let fields = schema.fields().iter();
        let names = fields.filter_map(|field| field.metadata().get(NAME));
        names.map(String::as_str).collect()
    }
    let (mut without, mut with) = (0, BTreeSet::new());
    each_schema(|ours, _, _| match names(&ours) {
        none if none.is_empty() => without += 1,
        some => with.extend(some.into_iter().map(str::to_owned)),
    });
    assert_eq!(without, model().blocks.len());
    let expected = [
        "beraad.serial_number",
        "beraad.year_month",
        "beraad.year_quarter",
    ];
    assert_eq!(
        with.iter().map(String::as_str).collect::<Vec<_>>(),
        expected
    );
}

/// Shows that the tests above would fail if metadata, extension names or nullability were lost on the way.
#[test]
fn any_difference_between_schemas_is_visible() {
    let model = model();
    let (block, fingerprint) = (&model.blocks[0], model.fingerprint());
    let theirs = arrow2::schema_with_fingerprint(model, &fingerprint, block, with_names());
    let theirs = as_field(theirs);
    let schema = || arrow::schema_with_fingerprint(model, &fingerprint, block, with_names());
    assert_eq!(to_arrow2(&schema()), theirs);

    let mut other = schema();
    other
        .metadata
        .extend([("beraad.block".to_owned(), "another".to_owned())]);
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
fn schema_of_a_row_type_has_the_fields_of_its_block() {
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
fn schema_carries_the_description_of_the_block() {
    let model = model();
    for block in &model.blocks {
        let schema = arrow::schema(model, block);
        let Some(Retention::Until(day)) = &model.deliberation.keep_until else {
            panic!("the decision states a day");
        };
        assert_eq!(schema.metadata["beraad.keep_until"], day.to_string());
        assert_eq!(
            schema.metadata["beraad.block_fingerprint"],
            model.block_fingerprint(block)
        );
        // The model is not among them: a change elsewhere in the model leaves the schema as it is.
        for key in ["beraad.fingerprint", "beraad.model_version"] {
            assert!(!schema.metadata.contains_key(key), "{key}");
        }
        let fingerprint = model.fingerprint();
        let options = SchemaOptions::default();
        let of_file = arrow::schema_with_fingerprint(model, &fingerprint, block, options);
        assert_eq!(of_file.metadata["beraad.fingerprint"], fingerprint);
        assert_eq!(of_file.metadata["beraad.model_version"], &*model.version);
        for (key, value) in &schema.metadata {
            assert_eq!(of_file.metadata[key], *value);
        }
        for (field, column) in schema.fields.iter().zip(block.columns()) {
            assert_eq!(
                field.metadata().get("beraad.label.nl").map(String::as_str),
                column.label().text(Language::NL)
            );
            let definition = field.metadata().get("beraad.definition.en");
            assert_eq!(
                definition.map(String::as_str),
                column.definition().text(Language::EN)
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
fn arrow_rs_batch_equals_arrow2_batch() {
    fn check<R: Block + Debug>() {
        let rows: Vec<R> = rows::random(model(), 70);
        let fingerprint = model().fingerprint();
        for options in [SchemaOptions::default(), with_names()] {
            let mut builder = arrow::BatchBuilder::<R>::new(70).with_model(model(), options);
            let batch = builder.push(&rows).unwrap().remove(0);
            let (field, chunk) = hand_to_arrow2::to_arrow2(batch.clone()).unwrap();
            let block = R::description();
            let schema = arrow2::schema_with_fingerprint(model(), &fingerprint, block, options);
            assert_eq!(field, as_field(schema));
            assert_eq!(chunk.len(), rows.len());
            // Compared in arrow-rs, which also knows when two arrays are equal.
            let arrays = chunk.into_arrays();
            assert_eq!(from_arrow2_batch(&field, arrays), batch);
        }
    }
    for_each_block!(|B| check::<B>());
}
