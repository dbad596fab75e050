use crate::prelude::*;

/// Classes of the unemployment benefit. The boundaries arrive with the delivery.
#[derive(CodeList)]
#[codes(supplied)]
pub enum UnemploymentBenefitClass {}
