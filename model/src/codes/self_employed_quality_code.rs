//! Capacities of self-employed persons and helpers at the RSVZ.

use crate::prelude::*;

/// Capacities as self-employed person or helper. Two codes have the same label, so only the code distinguishes them.
///
/// nl: Hoedanigheden als zelfstandige of helper. Twee codes hebben hetzelfde label, zodat enkel de code ze
/// onderscheidt.
#[derive(CodeList)]
#[codes(
    closed,
    status = delivered,
    complete,
    table = "codelists/self_employed_quality_code.csv",
    page = "https://www.bcss.fgov.be/dwh/nl/variabledetail/rijksinstituut-voor-de-sociale-verzekeringen-der-zelfstandigen/Variables/hoedanigheid",
)]
pub enum SelfEmployedQualityCode {}
