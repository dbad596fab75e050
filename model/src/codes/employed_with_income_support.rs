use crate::prelude::*;

/// Codes that the KSZ uses for work combined with an income guarantee benefit or PCSW support.
///
/// nl: Codes die de KSZ gebruikt voor werk samen met een inkomensgarantie-uitkering of OCMW-steun.
#[derive(CodeList)]
#[codes(supplied, searched)]
pub enum EmployedWithIncomeSupport {}
