use crate::prelude::*;

/// Codes that the KSZ uses for work combined with full-time early retirement.
#[derive(CodeList)]
#[codes(supplied)]
pub enum WorkWithFullTimeEarlyRetirement {}
