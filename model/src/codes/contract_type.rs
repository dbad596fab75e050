//! Kinds of employment contract in the declaration to the RSZ, whose codes the instructions do not show.

use crate::prelude::*;

/// Kinds of employment contract of an employment line.
///
/// nl: Soorten arbeidscontract van een tewerkstellingslijn.
#[derive(CodeList)]
#[codes(
    supplied,
    searched,
    status = reference,
    table = "codelists/contract_type.csv",
    page = "https://www.socialsecurity.be/employer/instructions/dmfa/nl/latest/instructions/fill_in_dmfa/occupationrecord/contract_type.html",
)]
pub enum ContractType {}
