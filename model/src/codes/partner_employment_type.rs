use crate::prelude::*;

/// Kinds of employment of the partner for which the PCSW gets support from the State.
#[derive(CodeList)]
#[codes(supplied)]
pub enum PartnerEmploymentType {}
