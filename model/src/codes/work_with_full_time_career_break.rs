use crate::prelude::*;

/// Codes that the KSZ uses for work combined with a full-time career break or time credit.
///
/// nl: Codes die de KSZ gebruikt voor werk samen met voltijdse loopbaanonderbreking of voltijds tijdskrediet.
#[derive(CodeList)]
#[codes(supplied, searched, status = delivered)]
pub enum WorkWithFullTimeCareerBreak {}
