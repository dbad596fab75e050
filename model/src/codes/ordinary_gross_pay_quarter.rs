use crate::prelude::*;

/// Classes of the ordinary gross pay in a quarter. The boundaries arrive with the delivery.
#[derive(CodeList)]
#[codes(supplied)]
pub enum OrdinaryGrossPayQuarter {}
