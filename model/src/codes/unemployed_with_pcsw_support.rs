use crate::prelude::*;

/// Codes that the KSZ uses to indicate that an unemployed person is entitled to support from the PCSW.
#[derive(CodeList)]
#[codes(supplied)]
pub enum UnemployedWithPcswSupport {}
