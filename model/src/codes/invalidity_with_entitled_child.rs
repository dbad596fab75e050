use crate::prelude::*;

/// Codes that the KSZ uses for an invalidity benefit of a person who is also an entitled child.
#[derive(CodeList)]
#[codes(supplied, status = delivered)]
pub enum InvalidityWithEntitledChild {}
