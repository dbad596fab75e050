//! Benefit categories of the RVA (FICHE61). The codes up to 6 are known.

use crate::prelude::*;

/// Benefit categories. The meanings of the digits change on 1 January 2012.
///
/// nl: Vergoedingscategorieën. De betekenis van de cijfers verandert op 1 januari 2012.
#[derive(CodeList)]
#[codes(
    open,
    status = delivered,
    table = "codelists/compensation_category.csv",
    page = "https://www.bcss.fgov.be/nl/dwh/variabledetail/rijksdienst-voor-arbeidsvoorziening/Variables/vergoedingscategorie-van-de-werkloze.html?filter=name&institution=&sources=&themes=",
)]
pub enum CompensationCategory {}
