use crate::prelude::*;

/// Classes of the average gross daily wage; the boundaries come with the delivery.
#[derive(CodeList)]
#[codes(supplied)]
pub enum AverageGrossDailyWage {}
