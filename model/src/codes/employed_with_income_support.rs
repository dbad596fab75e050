use crate::prelude::*;

/// How the KSZ codes work combined with an income guarantee benefit or PCSW support.
#[derive(CodeList)]
#[codes(supplied)]
pub enum EmployedWithIncomeSupport {}
