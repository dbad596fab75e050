use crate::prelude::*;

/// Codes that the KSZ uses to indicate that a person is the beneficiary of a contribution (tussenkomst).
#[derive(CodeList)]
#[codes(supplied)]
pub enum InterventionBeneficiary {}
