use crate::prelude::*;

/// How the KSZ codes work combined with full-time early retirement.
#[derive(CodeList)]
#[codes(supplied)]
pub enum WorkWithFullTimeEarlyRetirement {}
