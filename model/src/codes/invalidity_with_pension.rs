use crate::prelude::*;

/// How the KSZ codes an invalidity benefit combined with a pension.
#[derive(CodeList)]
#[codes(supplied, status = delivered)]
pub enum InvalidityWithPension {}
