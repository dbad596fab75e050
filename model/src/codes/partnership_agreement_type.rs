use crate::prelude::*;

/// Kinds of partnership agreement.
#[derive(CodeList)]
#[codes(supplied)]
pub enum PartnershipAgreementType {}
