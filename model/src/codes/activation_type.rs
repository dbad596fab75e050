use crate::prelude::*;

/// Measures by which the financial support of the PCSW is turned into wage cost.
#[derive(CodeList)]
#[codes(supplied)]
pub enum ActivationType {}
