use crate::prelude::*;

/// Classes of the annual tax income as self-employed; the boundaries come with the delivery.
#[derive(CodeList)]
#[codes(supplied)]
pub enum SelfEmployedFiscalAnnualIncome {}
