use crate::prelude::*;

/// Codes that the KSZ uses to indicate that a person is the beneficiary of an intervention.
#[derive(CodeList)]
#[codes(supplied)]
pub enum InterventionBeneficiary {}
