use crate::prelude::*;

/// Codes that the KSZ uses for a career break or time credit combined with support from the PCSW.
///
/// nl: Codes die de KSZ gebruikt voor loopbaanonderbreking of tijdskrediet samen met OCMW-steun.
#[derive(CodeList)]
#[codes(supplied, searched, status = delivered)]
pub enum CareerBreakWithPcswSupport {}
