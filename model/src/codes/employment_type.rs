use crate::prelude::*;

/// Kinds of employment for which the PCSW gets support from the State.
#[derive(CodeList)]
#[codes(supplied)]
pub enum EmploymentType {}
