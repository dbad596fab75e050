use crate::prelude::*;

/// Codes that the KSZ uses for an invalidity benefit of a person who is also an entitled child.
///
/// nl: Codes die de KSZ gebruikt voor een invaliditeitsuitkering van een persoon die ook rechtgevend kind is.
#[derive(CodeList)]
#[codes(supplied, searched, status = delivered)]
pub enum InvalidityWithEntitledChild {}
