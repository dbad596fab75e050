use crate::prelude::*;

/// Codes that the KSZ uses for jobseeking combined with an income guarantee benefit or PCSW support.
#[derive(CodeList)]
#[codes(supplied)]
pub enum JobSeekerWithIncomeSupport {}
