use crate::prelude::*;

/// Codes that the KSZ uses to indicate that a person works with an activation allowance.
#[derive(CodeList)]
#[codes(supplied)]
pub enum UnemploymentActivated {}
