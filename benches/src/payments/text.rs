//! The rows of the real block for serde's own derive.

use beraad_model::codes::{
    AwardConditions, CompensationCategory, SelectionMethod, StatusBeforeActivation,
    UnemploymentBenefitClass,
};
use beraad_schema::{
    AmountClass, Code, Hours, Months, Percentage, Person, SerialNumber, YearMonth, YearQuarter,
};
use serde::{Deserialize, Serialize};

/// The row with the value types of the block, which validate each value.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Twin {
    person: SerialNumber<Person>,
    quarter: YearQuarter,
    unemployment_benefit_class: Option<AmountClass<UnemploymentBenefitClass>>,
    intervention_beneficiary: Option<bool>,
    status_before_activation: Option<Code<StatusBeforeActivation>>,
    activation_working_time_pct: Option<Percentage>,
    award_conditions: Option<Code<AwardConditions>>,
    activation_start_month: Option<YearMonth>,
    activation_end_month: Option<YearMonth>,
    compensation_category: Option<Code<CompensationCategory>>,
    unemployment_duration: Option<Months<1>>,
    lea_hours_worked: Option<Hours<0>>,
    selection_method: Option<Code<SelectionMethod>>,
}

/// The row with types that validate nothing.
#[derive(Deserialize)]
#[expect(dead_code, reason = "the fields are read from a file only")]
pub struct Plain {
    person: u32,
    quarter: String,
    unemployment_benefit_class: Option<String>,
    intervention_beneficiary: Option<bool>,
    status_before_activation: Option<String>,
    activation_working_time_pct: Option<f64>,
    award_conditions: Option<String>,
    activation_start_month: Option<String>,
    activation_end_month: Option<String>,
    compensation_category: Option<String>,
    unemployment_duration: Option<u32>,
    lea_hours_worked: Option<f64>,
    selection_method: Option<String>,
}
