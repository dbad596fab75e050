use crate::prelude::*;

/// Classes of the unemployment benefit; the boundaries come with the delivery.
#[derive(CodeList)]
#[codes(supplied)]
pub enum UnemploymentBenefitClass {}
