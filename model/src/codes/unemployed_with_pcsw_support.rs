use crate::prelude::*;

/// How the KSZ codes that an unemployed person is entitled to support from the PCSW.
#[derive(CodeList)]
#[codes(supplied)]
pub enum UnemployedWithPcswSupport {}
