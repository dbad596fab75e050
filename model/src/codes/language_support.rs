use crate::prelude::*;

/// Codes that VDAB uses for Dutch language support during workplace learning.
#[derive(CodeList)]
#[codes(supplied)]
pub enum LanguageSupport {}
