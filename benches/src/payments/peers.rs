//! The rows of the real block, in types that each peer supports.
//!
//! typed-arrow supports dictionaries, with texts on the heap, and decimals. `serde_arrow` supports dictionaries, but reads
//! decimals as texts only, so its numbers are doubles. `arrow_convert` and narrow support neither: their rows contain texts and
//! doubles.

use std::sync::Arc;

use arrow_convert::{ArrowDeserialize, ArrowField, ArrowSerialize};
use arrow_schema::{DataType, Field, FieldRef};
use beraad_model::ksz::UnemploymentPayment;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use typed_arrow::Date32;

type Text = String;
type Key = typed_arrow::Dictionary<u16, String>;
type Decimal = typed_arrow::Decimal128<15, 4>;

/// Declares the row of one peer: its types for days, codes and numbers with decimals, and the conversions to and from them.
macro_rules! payment {
    (
        $(#[$attribute:meta])*
        $name:ident { $day:ident, $code:ident, $number:ident }
        $day_in:expr, $code_in:expr, $number_in:expr;
        $day_out:expr, $code_out:expr, $number_out:expr
    ) => {
        $(#[$attribute])*
        #[derive(Clone)]
        pub struct $name {
            pub person: u32,
            pub quarter: $day,
            pub unemployment_benefit_class: Option<$code>,
            pub intervention_beneficiary: Option<bool>,
            pub status_before_activation: Option<$code>,
            pub activation_working_time_pct: Option<$number>,
            pub award_conditions: Option<$code>,
            pub activation_start_month: Option<$day>,
            pub activation_end_month: Option<$day>,
            pub compensation_category: Option<$code>,
            pub unemployment_duration: Option<u32>,
            pub lea_hours_worked: Option<$number>,
            pub selection_method: Option<$code>,
        }

        impl From<&UnemploymentPayment> for $name {
            fn from(row: &UnemploymentPayment) -> Self {
                let (day, code, number) = ($day_in, $code_in, $number_in);
                Self {
                    person: row.person.get(),
                    quarter: day(row.quarter.to_epoch_days()),
                    unemployment_benefit_class: row.unemployment_benefit_class.map(|c| code(c.as_str())),
                    intervention_beneficiary: row.intervention_beneficiary,
                    status_before_activation: row.status_before_activation.map(|c| code(c.as_str())),
                    activation_working_time_pct: row
                        .activation_working_time_pct
                        .map(|n| number(n.ten_thousandths())),
                    award_conditions: row.award_conditions.map(|c| code(c.as_str())),
                    activation_start_month: row.activation_start_month.map(|m| day(m.to_epoch_days())),
                    activation_end_month: row.activation_end_month.map(|m| day(m.to_epoch_days())),
                    compensation_category: row.compensation_category.map(|c| code(c.as_str())),
                    unemployment_duration: row.unemployment_duration.map(|n| n.get()),
                    lea_hours_worked: row.lea_hours_worked.map(|n| number(n.ten_thousandths())),
                    selection_method: row.selection_method.map(|c| code(c.as_str())),
                }
            }
        }

        impl $name {
            /// Converts the row to the common form for comparison.
            #[must_use]
            pub fn plain(&self) -> PaymentSerde {
                let (day, code, number) = ($day_out, $code_out, $number_out);
                PaymentSerde {
                    person: self.person,
                    quarter: day(&self.quarter),
                    unemployment_benefit_class: self.unemployment_benefit_class.as_ref().map(code),
                    intervention_beneficiary: self.intervention_beneficiary,
                    status_before_activation: self.status_before_activation.as_ref().map(code),
                    activation_working_time_pct: self
                        .activation_working_time_pct
                        .as_ref()
                        .map(number),
                    award_conditions: self.award_conditions.as_ref().map(code),
                    activation_start_month: self.activation_start_month.as_ref().map(day),
                    activation_end_month: self.activation_end_month.as_ref().map(day),
                    compensation_category: self.compensation_category.as_ref().map(code),
                    unemployment_duration: self.unemployment_duration,
                    lea_hours_worked: self.lea_hours_worked.as_ref().map(number),
                    selection_method: self.selection_method.as_ref().map(code),
                }
            }
        }
    };
}

payment! {
    /// The row for `serde_arrow`, and the common form for comparison.
    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    PaymentSerde { i32, Text, f64 }
    |day| day, str::to_owned, double;
    |day: &i32| *day, Text::clone, |number: &f64| *number
}

payment! {
    /// The row for typed-arrow.
    #[derive(typed_arrow::Record)]
    PaymentTa { Date32, Key, Decimal }
    Date32::new, |code: &str| Key::new(code.to_owned()), |number: i64| Decimal::new(number.into());
    Date32::value, |code: &Key| code.value().clone(), |number: &Decimal| of_decimal(number)
}

payment! {
    /// The row for `arrow_convert`.
    #[derive(Debug, ArrowField, ArrowSerialize, ArrowDeserialize)]
    PaymentAc { NaiveDate, Text, f64 }
    date, str::to_owned, double;
    |date: &NaiveDate| date.to_epoch_days(), Text::clone, |number: &f64| *number
}

payment! {
    /// The row for narrow.
    #[derive(narrow::ArrayType)]
    PaymentNa { i32, Text, f64 }
    |day| day, str::to_owned, double;
    |day: &i32| *day, Text::clone, |number: &f64| *number
}

fn date(days: i32) -> NaiveDate {
    NaiveDate::from_epoch_days(days).expect("a day within the range of chrono")
}

fn double(ten_thousandths: i64) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "the number is below 2^53")]
    let number = ten_thousandths as f64;
    number / 10_000.0
}

fn of_decimal(number: &Decimal) -> f64 {
    double(i64::try_from(number.value()).expect("at most fifteen digits"))
}

/// Returns the Arrow fields for `serde_arrow`.
#[must_use]
pub fn fields() -> Vec<FieldRef> {
    let field = |name: &str, data_type, nullable| Arc::new(Field::new(name, data_type, nullable));
    let code = |name: &str| {
        let texts = DataType::Dictionary(Box::new(DataType::UInt16), Box::new(DataType::Utf8));
        field(name, texts, true)
    };
    vec![
        field("person", DataType::UInt32, false),
        field("quarter", DataType::Date32, false),
        code("unemployment_benefit_class"),
        field("intervention_beneficiary", DataType::Boolean, true),
        code("status_before_activation"),
        field("activation_working_time_pct", DataType::Float64, true),
        code("award_conditions"),
        field("activation_start_month", DataType::Date32, true),
        field("activation_end_month", DataType::Date32, true),
        code("compensation_category"),
        field("unemployment_duration", DataType::UInt32, true),
        field("lea_hours_worked", DataType::Float64, true),
        code("selection_method"),
    ]
}
