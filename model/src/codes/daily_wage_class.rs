use crate::prelude::*;

/// Numbered classes of the gross daily wage. The boundaries arrive with the delivery.
#[derive(CodeList)]
#[codes(supplied)]
pub enum DailyWageClass {}
