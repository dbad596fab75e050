use crate::prelude::*;

/// Classes of the ordinary gross pay in a quarter; the boundaries come with the delivery.
#[derive(CodeList)]
#[codes(supplied)]
pub enum OrdinaryGrossPayQuarter {}
