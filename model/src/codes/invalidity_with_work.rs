use crate::prelude::*;

/// Codes that the KSZ uses for an invalidity benefit combined with work.
///
/// nl: Codes die de KSZ gebruikt voor een invaliditeitsuitkering samen met werk.
#[derive(CodeList)]
#[codes(supplied, searched, status = delivered)]
pub enum InvalidityWithWork {}
