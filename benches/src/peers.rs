//! Conversion of rows to batches and back, as each peer documents it, with the rows of `data.rs`.
//!
//! typed-arrow, `arrow_convert` and narrow depend on Arrow 59, `serde_arrow` on Arrow 60. Each works with the types of its version.

use std::sync::Arc;

use arrow_array::RecordBatch;
use arrow_convert::deserialize::TryIntoCollection;
use arrow_convert::serialize::TryIntoArrow;
use arrow_schema::FieldRef;
use narrow::array::StructArray;
use typed_arrow::AsViewsIterator;
use typed_arrow::arrow_array::{ArrayRef as ArrayRef59, RecordBatch as RecordBatch59};
use typed_arrow::schema::{BuildRows, IntoRecordBatch, RowBuilder};

use crate::data::{RowAc, RowNa, RowTa, RowTaDict};
use crate::hand;
use crate::payments::peers::{PaymentAc, PaymentNa, PaymentTa};

/// Converts rows to a batch with typed-arrow, which consumes the rows.
#[must_use]
pub fn typed_arrow_out<R: BuildRows>(rows: Vec<R>) -> RecordBatch59
where
    R::Builders: RowBuilder<R, Arrays: IntoRecordBatch>,
{
    let mut builders = R::new_builders(rows.len());
    builders.append_rows(rows);
    builders.finish().into_record_batch()
}

/// Defines a function that converts a batch to rows with typed-arrow.
macro_rules! typed_arrow_in {
    ($name:ident, $row:ident) => {
        /// Converts a batch to rows with typed-arrow: turns each view into a row.
        ///
        /// # Panics
        /// Panics if the batch does not have the columns of these rows.
        #[must_use]
        pub fn $name(batch: &RecordBatch59) -> Vec<$row> {
            let views = batch.iter_views::<$row>().expect("a batch of these rows");
            let row = |view: Result<_, _>| $row::try_from(view.expect("a view")).expect("a row");
            views.map(row).collect()
        }
    };
}

typed_arrow_in!(typed_arrow_in, RowTa);
typed_arrow_in!(typed_arrow_dictionary_in, RowTaDict);
typed_arrow_in!(typed_arrow_payments_in, PaymentTa);

/// Returns the Arrow fields for `serde_arrow`: those of the schema in `hand.rs`, so that it does not infer them from rows.
#[must_use]
pub fn fields(dictionary: Dictionary) -> Vec<FieldRef> {
    let schema = match dictionary {
        Dictionary::Codes => hand::schema_codes(),
        Dictionary::Texts => hand::schema_dict(),
    };
    schema.fields().iter().map(Arc::clone).collect()
}

/// The representation of closed lists in a batch.
#[derive(Clone, Copy)]
pub enum Dictionary {
    /// Numbers.
    Codes,
    /// Dictionaries of texts.
    Texts,
}

/// Converts rows to a batch with `serde_arrow`.
///
/// # Panics
/// Panics if the fields are not those of the rows.
#[must_use]
pub fn serde_arrow_out<R: serde::Serialize>(fields: &[FieldRef], rows: &Vec<R>) -> RecordBatch {
    serde_arrow::to_record_batch(fields, rows).expect("the fields of the rows")
}

/// Converts a batch to rows with `serde_arrow`.
///
/// # Panics
/// Panics if the batch does not have the columns of these rows.
#[must_use]
pub fn serde_arrow_in<R: serde::de::DeserializeOwned>(batch: &RecordBatch) -> Vec<R> {
    serde_arrow::from_record_batch(batch).expect("a batch of these rows")
}

/// Defines the functions for `arrow_convert`, which builds one array of structs, and for narrow, which consumes the rows. The
/// arrays of narrow over shared buffers do not convert to rows, so the function copies a batch into vectors first.
macro_rules! peers_without_dictionaries {
    ($convert_out:ident, $convert_in:ident, $convert:ident, $narrow_out:ident, $narrow_in:ident, $narrow:ident) => {
        /// Converts rows to an array of structs with `arrow_convert`.
        ///
        /// # Panics
        /// Panics if the conversion fails.
        #[must_use]
        pub fn $convert_out(rows: &[$convert]) -> ArrayRef59 {
            rows.try_into_arrow().expect("rows of a supported type")
        }

        /// Converts an array of structs to rows with `arrow_convert`.
        ///
        /// # Panics
        /// Panics if the array does not have the columns of these rows.
        #[must_use]
        pub fn $convert_in(array: &ArrayRef59) -> Vec<$convert> {
            let array = ArrayRef59::clone(array);
            array.try_into_collection().expect("an array of these rows")
        }

        /// Converts rows to a batch with narrow.
        #[must_use]
        pub fn $narrow_out(rows: Vec<$narrow>) -> RecordBatch59 {
            rows.into_iter().collect::<StructArray<$narrow>>().into()
        }

        /// Converts a batch to rows with narrow.
        #[must_use]
        pub fn $narrow_in(batch: &RecordBatch59) -> Vec<$narrow> {
            let array: StructArray<$narrow> = batch.clone().into();
            array.into_iter().collect()
        }
    };
}

peers_without_dictionaries!(
    arrow_convert_out,
    arrow_convert_in,
    RowAc,
    narrow_out,
    narrow_in,
    RowNa
);
peers_without_dictionaries!(
    arrow_convert_payments_out,
    arrow_convert_payments_in,
    PaymentAc,
    narrow_payments_out,
    narrow_payments_in,
    PaymentNa
);
