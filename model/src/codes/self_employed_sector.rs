//! Sectors of self-employed persons: the first NACE-BEL divisions of the table, in two versions.

use crate::prelude::*;

/// Divisions of NACE-BEL at the RSVZ: NACE-BEL 2003 until 2007, NACE-BEL 2008 from 2008.
///
/// nl: NACE-BEL-afdelingen bij het RSVZ: NACE-BEL 2003 tot en met 2007, NACE-BEL 2008 vanaf 2008.
#[derive(CodeList)]
#[codes(
    open,
    status = delivered,
    table = "codelists/self_employed_sector.csv",
    standard = "NACE-BEL 2003 (to 2007) and NACE-BEL 2008 (from 2008), 2 digits",
    page = "https://www.ksz-bcss.fgov.be/nl/dwh/variabledetail/rijksinstituut-voor-de-sociale-verzekeringen-der-zelfstandigen/Variables/nace-code-2.html",
)]
pub enum SelfEmployedSector {}
