use crate::prelude::*;

/// Codes that the KSZ uses for an invalidity benefit combined with a pension.
#[derive(CodeList)]
#[codes(supplied, status = delivered)]
pub enum InvalidityWithPension {}
