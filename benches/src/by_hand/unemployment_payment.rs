//! A real block of 13 columns: five contain codes of open lists, and eleven are nullable.

use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::types::{Date32Type, Decimal128Type, UInt32Type};
use arrow_array::{Array, ArrayRef, RecordBatch};
use arrow_schema::{DataType, Field, Schema, SchemaRef};
use beraad_model::codes::{
    AwardConditions, CompensationCategory, SelectionMethod, StatusBeforeActivation,
    UnemploymentBenefitClass,
};
use beraad_model::ksz::UnemploymentPayment;
use beraad_schema::{
    AmountClass, Code, Hours, Months, Percentage, SerialNumber, YearMonth, YearQuarter,
};

use super::dates::Dates;
use super::open_list::OpenColumn;
use super::{
    CHUNK_ROWS, DECIMAL, codes, decimals, dictionary_type, flags, is_valid, optional, present,
    primitive, ten_thousandths,
};
use crate::hand::{Bits, Opt, Prim, fo, fp};

/// The schema, which is built once.
pub struct UnemploymentPayments {
    schema: SchemaRef,
}

impl Default for UnemploymentPayments {
    fn default() -> Self {
        let required = |name: &str, data_type| Field::new(name, data_type, false);
        let nullable = |name: &str, data_type| Field::new(name, data_type, true);
        let code = |name: &str| Field::new(name, dictionary_type(DataType::UInt16), true);
        let decimal = || DataType::Decimal128(DECIMAL.0, DECIMAL.1);
        Self {
            schema: Arc::new(Schema::new(vec![
                required("person", DataType::UInt32),
                required("quarter", DataType::Date32),
                code("unemployment_benefit_class"),
                nullable("intervention_beneficiary", DataType::Boolean),
                code("status_before_activation"),
                nullable("activation_working_time_pct", decimal()),
                code("award_conditions"),
                nullable("activation_start_month", DataType::Date32),
                nullable("activation_end_month", DataType::Date32),
                code("compensation_category"),
                nullable("unemployment_duration", DataType::UInt32),
                nullable("lea_hours_worked", decimal()),
                code("selection_method"),
            ])),
        }
    }
}

impl UnemploymentPayments {
    /// Converts rows to a batch.
    ///
    /// # Panics
    /// Panics if the rows contain more codes than an open list can have.
    #[must_use]
    pub fn to_batch(&self, rows: &[UnemploymentPayment]) -> RecordBatch {
        let n = rows.len();
        let (mut person, mut quarter) = (Prim::new(n), Prim::new(n));
        let mut benefit = OpenColumn::new::<UnemploymentBenefitClass>(n);
        let (mut beneficiary, mut is_beneficiary) = (Bits::new(n), Bits::new(n));
        let mut status = OpenColumn::new::<StatusBeforeActivation>(n);
        let mut conditions = OpenColumn::new::<AwardConditions>(n);
        let (mut working_time, mut hours) = (Opt::new(n), Opt::new(n));
        let (mut start, mut end) = (Opt::new(n), Opt::new(n));
        let mut category = OpenColumn::new::<CompensationCategory>(n);
        let mut duration = Opt::new(n);
        let mut method = OpenColumn::new::<SelectionMethod>(n);
        for chunk in rows.chunks(CHUNK_ROWS) {
            person.ext(chunk, |row| row.person.get());
            quarter.ext(chunk, |row| row.quarter.to_epoch_days());
            benefit.ext(chunk, |row| row.unemployment_benefit_class);
            beneficiary.ext(chunk, |row| row.intervention_beneficiary == Some(true));
            is_beneficiary.ext(chunk, |row| row.intervention_beneficiary.is_some());
            status.ext(chunk, |row| row.status_before_activation);
            working_time.ext(chunk, |row| {
                row.activation_working_time_pct
                    .map(|number| i128::from(number.ten_thousandths()))
            });
            conditions.ext(chunk, |row| row.award_conditions);
            start.ext(chunk, |row| {
                row.activation_start_month.map(YearMonth::to_epoch_days)
            });
            end.ext(chunk, |row| {
                row.activation_end_month.map(YearMonth::to_epoch_days)
            });
            category.ext(chunk, |row| row.compensation_category);
            duration.ext(chunk, |row| row.unemployment_duration.map(Months::get));
            hours.ext(chunk, |row| {
                row.lea_hours_worked
                    .map(|number| i128::from(number.ten_thousandths()))
            });
            method.ext(chunk, |row| row.selection_method);
        }
        let columns = vec![
            fp::<UInt32Type>(person.v),
            fp::<Date32Type>(quarter.v),
            benefit.finish(),
            flags(beneficiary.w, is_beneficiary.w, n),
            status.finish(),
            decimals(working_time.v, working_time.w),
            conditions.finish(),
            Arc::new(primitive::<Date32Type>(start.v, start.w)),
            Arc::new(primitive::<Date32Type>(end.v, end.w)),
            category.finish(),
            fo::<UInt32Type>(duration.v, duration.w),
            decimals(hours.v, hours.w),
            method.finish(),
        ];
        RecordBatch::try_new(self.schema.clone(), columns).expect("columns of the schema")
    }

    /// Converts a batch to rows.
    ///
    /// # Panics
    /// Panics if the batch contains a value that a row cannot hold.
    #[must_use]
    pub fn from_batch(&self, batch: &RecordBatch) -> Vec<UnemploymentPayment> {
        let column = |index: usize| batch.column(index);
        let person = present::<UInt32Type>(column(0));
        let quarter = present::<Date32Type>(column(1));
        let quarters = Dates::new(quarter, |day| YearQuarter::try_from_epoch_days(day).ok());
        let benefit = coded(column(2), |text| {
            text.parse::<AmountClass<_>>().expect("open")
        });
        let beneficiary = column(3).as_boolean();
        let status = coded(column(4), |text| text.parse::<Code<_>>().expect("open"));
        let working_time = column(5).as_primitive::<Decimal128Type>();
        let conditions = coded(column(6), |text| text.parse::<Code<_>>().expect("open"));
        let start = month(column(7));
        let end = month(column(8));
        let category = coded(column(9), |text| text.parse::<Code<_>>().expect("open"));
        let (duration, no_duration) = optional(column(10));
        let hours = column(11).as_primitive::<Decimal128Type>();
        let method = coded(column(12), |text| text.parse::<Code<_>>().expect("open"));
        let (working_times, no_working_time) = (working_time.values(), working_time.nulls());
        let (all_hours, no_hours) = (hours.values(), hours.nulls());
        let (beneficiaries, no_beneficiary) = (beneficiary.values(), beneficiary.nulls());
        (0..batch.num_rows())
            .map(|row| UnemploymentPayment {
                person: SerialNumber::new(person[row]),
                quarter: quarters.at(quarter[row]),
                unemployment_benefit_class: benefit(row),
                intervention_beneficiary: is_valid(no_beneficiary, row)
                    .then(|| beneficiaries.value(row)),
                status_before_activation: status(row),
                activation_working_time_pct: is_valid(no_working_time, row).then(|| {
                    let number = ten_thousandths(working_times[row]);
                    Percentage::try_from_ten_thousandths(number).expect("within bounds")
                }),
                award_conditions: conditions(row),
                activation_start_month: start(row),
                activation_end_month: end(row),
                compensation_category: category(row),
                unemployment_duration: is_valid(no_duration, row)
                    .then(|| Months::try_new(duration[row]).expect("within bounds")),
                lea_hours_worked: is_valid(no_hours, row).then(|| {
                    let number = ten_thousandths(all_hours[row]);
                    Hours::try_from_ten_thousandths(number).expect("within bounds")
                }),
                selection_method: method(row),
            })
            .collect()
    }
}

/// Returns a function that reads the code of a row from a nullable column.
fn coded<T: Copy>(column: &ArrayRef, parse: fn(&str) -> T) -> impl Fn(usize) -> Option<T> {
    let (keys, codes) = codes(column, parse);
    let nulls = keys.nulls();
    let keys = keys.values();
    move |row| is_valid(nulls, row).then(|| codes[usize::from(keys[row])])
}

/// Returns a function that reads the month of a row from a nullable column.
fn month(column: &ArrayRef) -> impl Fn(usize) -> Option<YearMonth> {
    let column = column.as_primitive::<Date32Type>();
    let nulls = column.nulls();
    let days = column.values();
    let months = Dates::new(days, |day| YearMonth::try_from_epoch_days(day).ok());
    move |row| is_valid(nulls, row).then(|| months.at(days[row]))
}
