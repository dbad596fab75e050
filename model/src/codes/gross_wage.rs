use crate::prelude::*;

/// Classes of the gross wage over a year. The boundaries arrive with the delivery.
#[derive(CodeList)]
#[codes(supplied)]
pub enum GrossWage {}
