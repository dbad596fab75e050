use crate::prelude::*;

/// How the KSZ codes a pension combined with work.
#[derive(CodeList)]
#[codes(supplied)]
pub enum PensionWithPermittedWork {}
