use crate::prelude::*;

/// Classes of the gross wage over a year; the boundaries come with the delivery.
#[derive(CodeList)]
#[codes(supplied)]
pub enum GrossWage {}
