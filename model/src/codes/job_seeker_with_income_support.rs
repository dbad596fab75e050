use crate::prelude::*;

/// How the KSZ codes job seeking combined with an income guarantee benefit or PCSW support.
#[derive(CodeList)]
#[codes(supplied)]
pub enum JobSeekerWithIncomeSupport {}
