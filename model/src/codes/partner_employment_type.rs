use crate::prelude::*;

/// Kinds of employment of the partner for which the PCSW gets support from the State.
///
/// nl: Soorten tewerkstelling van de partner waarvoor het OCMW steun van de Staat krijgt.
#[derive(CodeList)]
#[codes(supplied, searched)]
pub enum PartnerEmploymentType {}
