use crate::prelude::*;

/// Classes of municipalities by number of inhabitants.
#[derive(CodeList)]
#[codes(supplied)]
pub enum MunicipalitySize {}
