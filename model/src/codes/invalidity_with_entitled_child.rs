use crate::prelude::*;

/// How the KSZ codes an invalidity benefit combined with being an entitled child.
#[derive(CodeList)]
#[codes(supplied, status = delivered)]
pub enum InvalidityWithEntitledChild {}
