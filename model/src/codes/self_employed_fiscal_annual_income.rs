use crate::prelude::*;

/// Classes of the annual tax income as self-employed. The boundaries arrive with the delivery.
#[derive(CodeList)]
#[codes(supplied)]
pub enum SelfEmployedFiscalAnnualIncome {}
