//! Schemes of career break at the RVA, known up to code 50.

use crate::prelude::*;

/// Schemes of career break and how far work is reduced (PREFIXLO), known up to code 50.
#[derive(CodeList)]
#[codes(
    open,
    status = delivered,
    table = "codelists/career_break_scheme.csv",
    page = "https://bcss.fgov.be/nl/dwh/variabledetail/rijksdienst-voor-arbeidsvoorziening/Variables/aard-van-de-onderbreking-van-prestaties.html?filter=name&institution=&sources=&themes=",
)]
pub enum CareerBreakScheme {}
