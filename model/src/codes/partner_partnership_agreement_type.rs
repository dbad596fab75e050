use crate::prelude::*;

/// Kinds of partnership agreement for the partner.
///
/// nl: Soorten partnerschapsovereenkomst voor de partner.
#[derive(CodeList)]
#[codes(supplied, searched)]
pub enum PartnerPartnershipAgreementType {}
