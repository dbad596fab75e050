use crate::prelude::*;

/// Numbered classes of the gross daily wage; the boundaries come with the delivery.
#[derive(CodeList)]
#[codes(supplied)]
pub enum DailyWageClass {}
