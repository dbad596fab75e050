use crate::prelude::*;

/// Codes that the KSZ uses to indicate that a person counts as a jobseeker.
///
/// nl: Codes waarmee de KSZ aanduidt dat een persoon als werkzoekende geldt.
#[derive(CodeList)]
#[codes(supplied, searched)]
pub enum JobSeeker {}
