use crate::prelude::*;

/// Sectors of employers, in a classification that the deliberation does not name.
#[derive(CodeList)]
#[codes(supplied)]
pub enum EmployerSectorCode {}
