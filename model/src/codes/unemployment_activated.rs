use crate::prelude::*;

/// Codes that the KSZ uses to indicate that a person works with an activation allowance.
///
/// nl: Codes waarmee de KSZ aanduidt dat een persoon met een activeringsuitkering werkt.
#[derive(CodeList)]
#[codes(supplied, searched)]
pub enum UnemploymentActivated {}
