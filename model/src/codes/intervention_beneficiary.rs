use crate::prelude::*;

/// How the KSZ codes that a person is beneficiary of an intervention.
#[derive(CodeList)]
#[codes(supplied)]
pub enum InterventionBeneficiary {}
