use crate::prelude::*;

/// Measures by which the financial support of the PCSW is turned into wage cost for the partner.
///
/// nl: Maatregelen waarmee de financiële steun van het OCMW in loonkost voor de partner wordt omgezet.
#[derive(CodeList)]
#[codes(supplied, searched)]
pub enum PartnerActivationType {}
