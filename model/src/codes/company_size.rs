use crate::prelude::*;

/// Classes of company size.
#[derive(CodeList)]
#[codes(supplied)]
pub enum CompanySize {}
