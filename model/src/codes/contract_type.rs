use crate::prelude::*;

/// Kinds of employment contract of an employment line.
///
/// nl: Soorten arbeidscontract van een tewerkstellingslijn.
#[derive(CodeList)]
#[codes(supplied)]
pub enum ContractType {}
