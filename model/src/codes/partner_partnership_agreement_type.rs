use crate::prelude::*;

/// Kinds of partnership agreement for the partner.
#[derive(CodeList)]
#[codes(supplied)]
pub enum PartnerPartnershipAgreementType {}
