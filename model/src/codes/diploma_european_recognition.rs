use crate::prelude::*;

/// Codes that VDAB uses for the European recognition of a diploma.
#[derive(CodeList)]
#[codes(supplied)]
pub enum DiplomaEuropeanRecognition {}
