use crate::prelude::*;

/// Codes that the KSZ uses for a pension combined with work.
#[derive(CodeList)]
#[codes(supplied)]
pub enum PensionWithPermittedWork {}
