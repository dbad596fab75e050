//! Schemes of career break at the RVA. The codes up to 50 are known.

use crate::prelude::*;

/// Schemes of career break, with the extent to which work is reduced (PREFIXLO). The codes up to 50 are known.
///
/// nl: Stelsels van loopbaanonderbreking, met de mate waarin het werk verminderd wordt (PREFIXLO). De codes tot en met
/// 50 zijn bekend.
#[derive(CodeList)]
#[codes(
    open,
    status = delivered,
    table = "codelists/career_break_scheme.csv",
    page = "https://bcss.fgov.be/nl/dwh/variabledetail/rijksdienst-voor-arbeidsvoorziening/Variables/aard-van-de-onderbreking-van-prestaties.html?filter=name&institution=&sources=&themes=",
)]
pub enum CareerBreakScheme {}
