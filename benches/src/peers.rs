//! Rows to batches and back by the peers' own documented ways, with the rows of `data.rs`.
//!
//! typed-arrow, `arrow_convert` and narrow take Arrow 59, `serde_arrow` takes 60; each works with the types of its own.

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

/// typed-arrow, which takes the rows themselves.
#[must_use]
pub fn typed_arrow_out<R: BuildRows>(rows: Vec<R>) -> RecordBatch59
where
    R::Builders: RowBuilder<R, Arrays: IntoRecordBatch>,
{
    let mut builders = R::new_builders(rows.len());
    builders.append_rows(rows);
    builders.finish().into_record_batch()
}

/// typed-arrow, each view made a row.
macro_rules! typed_arrow_in {
    ($name:ident, $row:ident) => {
        /// typed-arrow, each view made a row.
        ///
        /// # Panics
        /// If the batch is not of such rows.
        #[must_use]
        pub fn $name(batch: &RecordBatch59) -> Vec<$row> {
            let views = batch.iter_views::<$row>().expect("its own batch");
            let row = |view: Result<_, _>| $row::try_from(view.expect("a view")).expect("a row");
            views.map(row).collect()
        }
    };
}

typed_arrow_in!(typed_arrow_in, RowTa);
typed_arrow_in!(typed_arrow_dictionary_in, RowTaDict);
typed_arrow_in!(typed_arrow_payments_in, PaymentTa);

/// The fields that `serde_arrow` is given: the schema of `hand.rs`, not one guessed from rows.
#[must_use]
pub fn fields(dictionary: Dictionary) -> Vec<FieldRef> {
    let schema = match dictionary {
        Dictionary::Codes => hand::schema_codes(),
        Dictionary::Texts => hand::schema_dict(),
    };
    schema.fields().iter().map(Arc::clone).collect()
}

/// How a batch holds the closed lists.
#[derive(Clone, Copy)]
pub enum Dictionary {
    /// As numbers.
    Codes,
    /// As dictionaries of texts.
    Texts,
}

/// `serde_arrow`.
///
/// # Panics
/// If the fields are not those of the rows.
#[must_use]
pub fn serde_arrow_out<R: serde::Serialize>(fields: &[FieldRef], rows: &Vec<R>) -> RecordBatch {
    serde_arrow::to_record_batch(fields, rows).expect("the fields of the rows")
}

/// `serde_arrow`.
///
/// # Panics
/// If the batch is not of such rows.
#[must_use]
pub fn serde_arrow_in<R: serde::de::DeserializeOwned>(batch: &RecordBatch) -> Vec<R> {
    serde_arrow::from_record_batch(batch).expect("its own batch")
}

/// `arrow_convert`, which makes one array of structs, and `narrow`, which takes the rows themselves; its arrays over shared
/// buffers give no rows, so that a batch goes into vectors first.
macro_rules! peers_without_dictionaries {
    ($convert_out:ident, $convert_in:ident, $convert:ident, $narrow_out:ident, $narrow_in:ident, $narrow:ident) => {
        /// `arrow_convert`.
        ///
        /// # Panics
        /// If it fails.
        #[must_use]
        pub fn $convert_out(rows: &[$convert]) -> ArrayRef59 {
            rows.try_into_arrow().expect("rows that it derives")
        }

        /// `arrow_convert`.
        ///
        /// # Panics
        /// If the array is not of such rows.
        #[must_use]
        pub fn $convert_in(array: &ArrayRef59) -> Vec<$convert> {
            let array = ArrayRef59::clone(array);
            array.try_into_collection().expect("its own array")
        }

        /// `narrow`.
        #[must_use]
        pub fn $narrow_out(rows: Vec<$narrow>) -> RecordBatch59 {
            rows.into_iter().collect::<StructArray<$narrow>>().into()
        }

        /// `narrow`.
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
