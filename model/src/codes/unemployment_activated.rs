use crate::prelude::*;

/// How the KSZ codes that a person works with an activation allowance.
#[derive(CodeList)]
#[codes(supplied)]
pub enum UnemploymentActivated {}
