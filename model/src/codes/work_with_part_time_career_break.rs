use crate::prelude::*;

/// Codes that the KSZ uses for work combined with a part-time career break or time credit.
///
/// nl: Codes die de KSZ gebruikt voor werk samen met deeltijdse loopbaanonderbreking of deeltijds tijdskrediet.
#[derive(CodeList)]
#[codes(supplied, searched, status = delivered)]
pub enum WorkWithPartTimeCareerBreak {}
