use crate::prelude::*;

/// Codes that the KSZ uses for an invalidity benefit combined with a pension.
///
/// nl: Codes die de KSZ gebruikt voor een invaliditeitsuitkering samen met een pensioen.
#[derive(CodeList)]
#[codes(supplied, searched, status = delivered)]
pub enum InvalidityWithPension {}
