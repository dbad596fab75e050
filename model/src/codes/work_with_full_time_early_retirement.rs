use crate::prelude::*;

/// Codes that the KSZ uses for work combined with full-time early retirement.
///
/// nl: Codes die de KSZ gebruikt voor werk samen met voltijds brugpensioen.
#[derive(CodeList)]
#[codes(supplied, searched)]
pub enum WorkWithFullTimeEarlyRetirement {}
