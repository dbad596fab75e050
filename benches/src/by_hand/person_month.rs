//! The shared row in the physical types of the derive.
//!
//! It differs from `hand.rs` in three types: counts are `UInt32` instead of `UInt8`, the wage is `Decimal128(15, 4)` instead of
//! `Float32`, and the short code is a key of a `UInt16` dictionary instead of a text. A row has 56 bytes and no heap memory.

use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::types::{Date32Type, Decimal128Type, UInt8Type, UInt32Type};
use arrow_array::{Array, ArrayRef, RecordBatch, UInt16Array};
use arrow_schema::{DataType, Field, Schema, SchemaRef};
use beraad_schema::{Code, CodeList, Count, Ratio, SerialNumber, YearMonth};

use super::dates::Dates;
use super::open_list::{OpenList, eight};
use super::{
    CHUNK_ROWS, DECIMAL, codes, decimals, dictionary, dictionary_type, is_valid, optional, present,
    ten_thousandths, texts,
};
use crate::hand::{Bits, Opt, Prim, fb, fd, fo, fp};
use crate::row::{Nace, PersonMonth, REGIME, SECTOR, STATUS};

/// The schema and the texts of the closed lists, which are built once.
pub struct PersonMonths {
    schema: SchemaRef,
    status: ArrayRef,
    sector: ArrayRef,
    regime: ArrayRef,
}

impl Default for PersonMonths {
    fn default() -> Self {
        let field = |name: &str, data_type, nullable| Field::new(name, data_type, nullable);
        let closed = || dictionary_type(DataType::UInt8);
        Self {
            schema: Arc::new(Schema::new(vec![
                field("person_id", DataType::UInt32, false),
                field("household_id", DataType::UInt32, false),
                field("ref_date", DataType::Date32, false),
                field("status", closed(), false),
                field("sector", closed(), false),
                field("regime", closed(), false),
                field("pct", DataType::UInt32, true),
                field("children", DataType::UInt32, true),
                field("wage", DataType::Decimal128(DECIMAL.0, DECIMAL.1), true),
                field("active", DataType::Boolean, false),
                field("border", DataType::Boolean, false),
                field("nace", dictionary_type(DataType::UInt16), false),
            ])),
            status: texts(&["1", "2", "3", "4", "5"]),
            sector: texts(&["1", "2", "3", "4", "5", "6", "7", "8"]),
            regime: texts(&["1", "2", "3"]),
        }
    }
}

impl PersonMonths {
    /// Converts rows to a batch.
    ///
    /// # Panics
    /// Panics if the rows contain more codes than an open list can have.
    #[must_use]
    pub fn to_batch(&self, rows: &[PersonMonth]) -> RecordBatch {
        let n = rows.len();
        let (mut person_id, mut household_id) = (Prim::new(n), Prim::new(n));
        let mut ref_date = Prim::new(n);
        let (mut status, mut sector, mut regime) = (Prim::new(n), Prim::new(n), Prim::new(n));
        let (mut pct, mut children, mut wage) = (Opt::new(n), Opt::new(n), Opt::new(n));
        let (mut active, mut border) = (Bits::new(n), Bits::new(n));
        let mut nace = Vec::with_capacity(n);
        let mut activities =
            OpenList::new(Nace::description().published_codes().map(|(code, _)| code));
        for chunk in rows.chunks(CHUNK_ROWS) {
            person_id.ext(chunk, |row| row.person_id.get());
            household_id.ext(chunk, |row| row.household_id.get());
            ref_date.ext(chunk, |row| row.ref_date.to_epoch_days());
            status.ext(chunk, |row| row.status as u8);
            sector.ext(chunk, |row| row.sector as u8);
            regime.ext(chunk, |row| row.regime as u8);
            pct.ext(chunk, |row| row.pct.map(Count::get));
            children.ext(chunk, |row| row.children.map(Count::get));
            wage.ext(chunk, |row| {
                row.wage.map(|wage| i128::from(wage.ten_thousandths()))
            });
            active.ext(chunk, |row| row.active);
            border.ext(chunk, |row| row.border);
            nace.extend(chunk.iter().map(|row| activities.key(eight(&row.nace))));
        }
        let columns = vec![
            fp::<UInt32Type>(person_id.v),
            fp::<UInt32Type>(household_id.v),
            fp::<Date32Type>(ref_date.v),
            fd(status.v, &self.status),
            fd(sector.v, &self.sector),
            fd(regime.v, &self.regime),
            fo::<UInt32Type>(pct.v, pct.w),
            fo::<UInt32Type>(children.v, children.w),
            decimals(wage.v, wage.w),
            fb(active.w, n),
            fb(border.w, n),
            dictionary(UInt16Array::from(nace), activities.texts()),
        ];
        RecordBatch::try_new(self.schema.clone(), columns).expect("columns of the schema")
    }

    /// Converts a batch to rows.
    ///
    /// # Panics
    /// Panics if the batch contains a value that a row cannot hold.
    #[must_use]
    pub fn from_batch(&self, batch: &RecordBatch) -> Vec<PersonMonth> {
        let column = |index: usize| batch.column(index);
        let person_id = present::<UInt32Type>(column(0));
        let household_id = present::<UInt32Type>(column(1));
        let ref_date = present::<Date32Type>(column(2));
        let months = Dates::new(ref_date, |day| YearMonth::try_from_epoch_days(day).ok());
        let status = closed(column(3), &self.status);
        let sector = closed(column(4), &self.sector);
        let regime = closed(column(5), &self.regime);
        let (pct, no_pct) = optional(column(6));
        let (children, no_children) = optional(column(7));
        let wage = column(8).as_primitive::<Decimal128Type>();
        let (wage, no_wage) = (wage.values(), wage.nulls());
        let active = column(9).as_boolean().values();
        let border = column(10).as_boolean().values();
        let (nace, activities) =
            codes(column(11), |text| text.parse::<Code<Nace>>().expect("open"));
        for required in [9, 10, 11] {
            assert_eq!(column(required).null_count(), 0, "a value in each row");
        }
        let nace = nace.values();
        (0..batch.num_rows())
            .map(|row| PersonMonth {
                person_id: SerialNumber::new(person_id[row]),
                household_id: SerialNumber::new(household_id[row]),
                ref_date: months.at(ref_date[row]),
                status: STATUS[usize::from(status[row])],
                sector: SECTOR[usize::from(sector[row])],
                regime: REGIME[usize::from(regime[row])],
                pct: is_valid(no_pct, row).then(|| count(pct[row])),
                children: is_valid(no_children, row).then(|| count(children[row])),
                wage: is_valid(no_wage, row).then(|| {
                    Ratio::try_from_ten_thousandths(ten_thousandths(wage[row]))
                        .expect("within bounds")
                }),
                active: active.value(row),
                border: border.value(row),
                nace: activities[usize::from(nace[row])],
            })
            .collect()
    }
}

/// Returns the keys of a column of a closed list, after it checked that the texts are those of the list.
fn closed<'a>(column: &'a ArrayRef, texts: &ArrayRef) -> &'a [u8] {
    let column = column.as_dictionary::<UInt8Type>();
    assert_eq!(column.null_count(), 0, "a value in each row");
    assert_eq!(column.values(), texts, "the texts of the list");
    column.keys().values()
}

fn count<const MIN: i64, const MAX: i64>(number: u32) -> Count<MIN, MAX> {
    Count::try_new(number).expect("within the bounds")
}
