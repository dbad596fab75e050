use crate::prelude::*;

/// Codes that the KSZ uses for work combined with an income guarantee benefit or PCSW support.
#[derive(CodeList)]
#[codes(supplied)]
pub enum EmployedWithIncomeSupport {}
