//! NACE codes of establishments: the first divisions of NACE-BEL 2008.

use crate::prelude::*;

/// Divisions of NACE-BEL 2008, for reference only: the first of those that an establishment can have.
///
/// nl: Afdelingen van NACE-BEL 2008, enkel als referentie: de eerste van die welke een vestiging kan hebben.
#[derive(CodeList)]
#[codes(
    open,
    status = reference,
    table = "codelists/establishment_nace_code.csv",
    standard = "NACE-BEL 2003 (to 2007), NACE-BEL 2008 (from 2008)",
    page = "https://dwh.ksz-bcss.fgov.be/nl/sourcedetail/dwh-onss-statbased",
)]
pub enum EstablishmentNaceCode {}
