use crate::prelude::*;

/// Classes of the amount of child benefit. The boundaries arrive with the delivery.
#[derive(CodeList)]
#[codes(supplied)]
pub enum ChildBenefitAmountClass {}
