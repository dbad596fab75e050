use crate::prelude::*;

/// How VDAB codes that a training line was converted into a guidance line.
#[derive(CodeList)]
#[codes(supplied)]
pub enum ConvertedToGuidanceLine {}
