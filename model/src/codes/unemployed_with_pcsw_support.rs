use crate::prelude::*;

/// Codes that the KSZ uses to indicate that an unemployed person is entitled to support from the PCSW.
///
/// nl: Codes waarmee de KSZ aanduidt dat een werkloze recht heeft op OCMW-steun.
#[derive(CodeList)]
#[codes(supplied, searched)]
pub enum UnemployedWithPcswSupport {}
