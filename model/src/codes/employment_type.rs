use crate::prelude::*;

/// Kinds of employment for which the PCSW gets support from the State.
///
/// nl: Soorten tewerkstelling waarvoor het OCMW steun van de Staat krijgt.
#[derive(CodeList)]
#[codes(supplied, searched)]
pub enum EmploymentType {}
