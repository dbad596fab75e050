use crate::prelude::*;

/// Codes that the KSZ uses for jobseeking combined with an income guarantee benefit or PCSW support.
///
/// nl: Codes die de KSZ gebruikt voor werkzoekend zijn samen met een inkomensgarantie-uitkering of OCMW-steun.
#[derive(CodeList)]
#[codes(supplied, searched)]
pub enum JobSeekerWithIncomeSupport {}
