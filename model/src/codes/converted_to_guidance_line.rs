use crate::prelude::*;

/// Codes that VDAB uses to indicate that a training line was converted into a guidance line.
#[derive(CodeList)]
#[codes(supplied)]
pub enum ConvertedToGuidanceLine {}
