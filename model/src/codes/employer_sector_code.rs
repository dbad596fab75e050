use crate::prelude::*;

/// Sectors of employers, in a classification that the deliberation does not name.
///
/// nl: Sectoren van werkgevers, in een indeling die de beraadslaging niet noemt.
#[derive(CodeList)]
#[codes(supplied, searched)]
pub enum EmployerSectorCode {}
