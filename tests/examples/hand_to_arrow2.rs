//! Passes rows to `arrow2`, for a tool that still uses it: `cargo run -p beraad-tests --example hand_to_arrow2`.
//!
//! This is an example, not a function of the library: the library has no unsafe code, and `arrow2` is unmaintained. A program
//! that needs it can copy `to_arrow2`.

use arrow_array::ffi::{FFI_ArrowArray, FFI_ArrowSchema, to_ffi};
use arrow_array::{Array, RecordBatch, StructArray};
use arrow2::chunk::Chunk;
use arrow2::datatypes::Field;
use arrow2::ffi::{ArrowArray, ArrowSchema, import_array_from_c, import_field_from_c};

/// The columns of a batch in arrow2.
pub(crate) type Columns = Chunk<Box<dyn arrow2::array::Array>>;

/// Converts a batch to arrow2 without copying values, and returns it with the struct field that describes its columns.
///
/// # Errors
/// Returns an error if arrow2 does not support a type: text views, and decimals other than those of 128 and 256 bits.
#[expect(
    unsafe_code,
    reason = "the C data interface is a struct in memory that each library declares for itself"
)]
pub(crate) fn to_arrow2(
    batch: RecordBatch,
) -> Result<(Field, Columns), Box<dyn std::error::Error>> {
    const {
        assert!(size_of::<FFI_ArrowArray>() == size_of::<ArrowArray>());
        assert!(align_of::<FFI_ArrowArray>() == align_of::<ArrowArray>());
        assert!(size_of::<FFI_ArrowSchema>() == size_of::<ArrowSchema>());
        assert!(align_of::<FFI_ArrowSchema>() == align_of::<ArrowSchema>());
    }
    // The schema comes from the batch, not from its columns, since only the batch has the metadata of the schema.
    let schema = FFI_ArrowSchema::try_from(&*batch.schema())?;
    let (array, _) = to_ffi(&StructArray::from(batch).to_data())?;
    // SAFETY: both types are the `struct ArrowSchema` of the specification: `repr(C)` with the same members in the same order
    // (the sizes are compared above). `schema` lives until the field is created, and the field does not borrow from it.
    let field = unsafe { import_field_from_c(&*(&raw const schema).cast::<ArrowSchema>()) }?;
    // SAFETY: both types are the `struct ArrowArray`, as above. The array is moved, so that only arrow2 calls its `release`.
    let array = unsafe { std::mem::transmute::<FFI_ArrowArray, ArrowArray>(array) };
    // SAFETY: arrow-rs created `array` from a batch with this schema, so its buffers are those that the type requires. They
    // live until arrow2 releases them.
    let array = unsafe { import_array_from_c(array, field.data_type.clone()) }?;
    let array = array
        .as_any()
        .downcast_ref::<arrow2::array::StructArray>()
        .ok_or("a batch is a struct")?;
    Ok((field, Chunk::new(array.values().to_vec())))
}

#[allow(dead_code, reason = "a test includes this file for `to_arrow2` only")]
fn main() -> Result<(), Box<dyn std::error::Error>> {
    use beraad_schema::{arbitrary, arrow};

    let row: beraad_model::ksz::Job = arbitrary::from_seed(beraad_model::model(), 1);
    let (field, chunk) = to_arrow2(arrow::to_batch(&[row])?)?;
    println!(
        "{} row, {} columns, as {:?}",
        chunk.len(),
        chunk.arrays().len(),
        field.data_type.to_physical_type()
    );
    Ok(())
}
