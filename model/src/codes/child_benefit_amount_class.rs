use crate::prelude::*;

/// Classes of the amount of child benefit; the boundaries come with the delivery.
#[derive(CodeList)]
#[codes(supplied)]
pub enum ChildBenefitAmountClass {}
