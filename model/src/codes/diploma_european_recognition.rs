use crate::prelude::*;

/// How VDAB codes the European recognition of a diploma.
#[derive(CodeList)]
#[codes(supplied)]
pub enum DiplomaEuropeanRecognition {}
