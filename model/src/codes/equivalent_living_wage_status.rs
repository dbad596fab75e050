//! Statuses for the equivalent living wage, until 2015 and from 2016. The empty text is a code.

use crate::prelude::*;

/// Residence-law categories of persons with an equivalent living wage. All codes change on 1 January 2016.
///
/// nl: Verblijfsrechtelijke categorieën van personen met een equivalent leefloon. Alle codes veranderen op 1 januari
/// 2016.
#[derive(CodeList)]
#[codes(
    open,
    status = delivered,
    complete,
    table = "codelists/equivalent_living_wage_status.csv",
    page = "https://www.ksz-bcss.fgov.be/dwh/nl/variabledetail/pod-maatschappelijke-integratie/Variables/statuut-van-de-begunstigde-op-de-15de-van-de-maand-van-de-financiele-steun-equivalent-aan-het-leefloon-2?filter=source&source=cbec3cea-83ee-5099-82b8-ca29c1b081bb",
)]
pub enum EquivalentLivingWageStatus {}
