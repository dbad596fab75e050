//! Socio-economic positions of the KSZ: a part of the nomenclature since 2003, and two older codes.

use crate::prelude::*;

/// Positions on the labour market in the KSZ nomenclature of socio-economic positions. Only some of the codes are known.
///
/// nl: Arbeidsmarktposities in de KSZ-nomenclatuur van de socio-economische positie. Slechts een deel van de codes is
/// bekend.
#[derive(CodeList)]
#[codes(
    open,
    status = delivered,
    table = "codelists/nomenclature_position.csv",
    standard = "KSZ nomenclature of socio-economic positions (annex 1: until 2002, five digits; annex 2: from 2003, at most three digits)",
    page = "https://www.bcss.fgov.be/dwh/nl/variabledetail/kruispuntbank-van-de-sociale-zekerheid/Variables/nomenclatuur-van-socio-economische-positie-1",
)]
pub enum NomenclaturePosition {}
