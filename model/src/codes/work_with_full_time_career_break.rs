use crate::prelude::*;

/// How the KSZ codes work combined with a full-time career break or time credit.
#[derive(CodeList)]
#[codes(supplied, status = delivered)]
pub enum WorkWithFullTimeCareerBreak {}
