//! Compensation categories of the RVA (FICHE61), known up to code 6.

use crate::prelude::*;

/// Category of compensation; the digits change their meaning on 1 January 2012.
#[derive(CodeList)]
#[codes(
    open,
    status = delivered,
    table = "codelists/compensation_category.csv",
    page = "https://www.bcss.fgov.be/nl/dwh/variabledetail/rijksdienst-voor-arbeidsvoorziening/Variables/vergoedingscategorie-van-de-werkloze.html?filter=name&institution=&sources=&themes=",
)]
pub enum CompensationCategory {}
