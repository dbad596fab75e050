use crate::prelude::*;

/// Measures by which the financial support of the PCSW is turned into wage cost.
///
/// nl: Maatregelen waarmee de financiële steun van het OCMW in loonkost wordt omgezet.
#[derive(CodeList)]
#[codes(supplied, searched)]
pub enum ActivationType {}
