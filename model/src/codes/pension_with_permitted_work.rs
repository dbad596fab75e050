use crate::prelude::*;

/// Codes that the KSZ uses for a pension combined with work.
///
/// nl: Codes die de KSZ gebruikt voor een pensioen samen met werk.
#[derive(CodeList)]
#[codes(supplied, searched)]
pub enum PensionWithPermittedWork {}
