use crate::prelude::*;

/// Codes that the KSZ uses for job seeking combined with an income guarantee benefit or PCSW support.
#[derive(CodeList)]
#[codes(supplied)]
pub enum JobSeekerWithIncomeSupport {}
