use crate::prelude::*;

/// Kinds of employment contract of an employment line.
#[derive(CodeList)]
#[codes(supplied)]
pub enum ContractType {}
