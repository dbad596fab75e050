use crate::prelude::*;

/// Kinds of partnership agreement.
///
/// nl: Soorten partnerschapsovereenkomst.
#[derive(CodeList)]
#[codes(supplied, searched)]
pub enum PartnershipAgreementType {}
