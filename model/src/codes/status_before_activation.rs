use crate::prelude::*;

/// Statuses of an unemployed person before activation.
#[derive(CodeList)]
#[codes(supplied)]
pub enum StatusBeforeActivation {}
