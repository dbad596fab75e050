use crate::prelude::*;

/// Areas inside the Flemish Region; which division is not stated.
#[derive(CodeList)]
#[codes(
    supplied,
    standard = "unknown; candidates: KSZ 'referentieregio', province or arrondissement (REFNIS)"
)]
pub enum RegionWithinFlanders {}
