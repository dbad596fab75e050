use crate::prelude::*;

/// Areas in the Flemish Region. The sources do not state which division this is.
///
/// nl: Streken in het Vlaams Gewest. De bronnen zeggen niet welke indeling bedoeld is.
#[derive(CodeList)]
#[codes(
    supplied,
    searched,
    standard = "unknown; candidates: KSZ 'referentieregio', province or arrondissement (REFNIS)"
)]
pub enum RegionWithinFlanders {}
