use crate::prelude::*;

/// Classes of the income from benefits over a year. The boundaries arrive with the delivery.
#[derive(CodeList)]
#[codes(supplied)]
pub enum BenefitIncome {}
