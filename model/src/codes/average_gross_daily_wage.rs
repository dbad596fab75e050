use crate::prelude::*;

/// Classes of the average gross daily wage. The boundaries arrive with the delivery.
#[derive(CodeList)]
#[codes(supplied)]
pub enum AverageGrossDailyWage {}
