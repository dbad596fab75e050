use crate::prelude::*;

/// Codes that VDAB uses to indicate that a training line was converted into a guidance line.
///
/// nl: Codes waarmee VDAB aanduidt dat een opleidingslijn is omgezet in een begeleidingslijn.
#[derive(CodeList)]
#[codes(supplied, searched)]
pub enum ConvertedToGuidanceLine {}
