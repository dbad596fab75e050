use crate::prelude::*;

/// Codes that the KSZ uses for work combined with a part-time career break or time credit.
#[derive(CodeList)]
#[codes(supplied, status = delivered)]
pub enum WorkWithPartTimeCareerBreak {}
