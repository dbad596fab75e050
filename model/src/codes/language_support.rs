use crate::prelude::*;

/// How VDAB codes Dutch language support during workplace learning.
#[derive(CodeList)]
#[codes(supplied)]
pub enum LanguageSupport {}
