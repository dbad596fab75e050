use crate::prelude::*;

/// Codes that the KSZ uses to indicate that a person is the beneficiary of a contribution (tussenkomst).
///
/// nl: Codes waarmee de KSZ aanduidt dat een persoon de begunstigde van een tussenkomst is.
#[derive(CodeList)]
#[codes(supplied, searched)]
pub enum InterventionBeneficiary {}
