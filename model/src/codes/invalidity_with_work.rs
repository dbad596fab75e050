use crate::prelude::*;

/// How the KSZ codes an invalidity benefit combined with work.
#[derive(CodeList)]
#[codes(supplied, status = delivered)]
pub enum InvalidityWithWork {}
