use crate::prelude::*;

/// Motives for which a career break was requested.
///
/// nl: Motieven waarvoor een loopbaanonderbreking gevraagd werd.
#[derive(CodeList)]
#[codes(supplied, searched, status = delivered)]
pub enum CareerBreakMotive {}
