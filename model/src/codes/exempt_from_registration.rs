//! Flag of the KSZ for each reason for exemption: no or yes.

use crate::prelude::*;

/// Flag of the KSZ: exempt from registration as a jobseeker, with one flag for each reason.
///
/// nl: Vlag van de KSZ: vrijgesteld van inschrijving als werkzoekende, met een aparte vlag per reden.
#[derive(CodeList)]
#[codes(
    open,
    status = delivered,
    complete,
    table = "codelists/exempt_from_registration.csv",
    page = "https://bcss.fgov.be/dwh/nl/variabledetail/kruispuntbank-van-de-sociale-zekerheid/Variables/vrijstelling-van-inschrijving-om-familiale-of-sociale-redenen",
)]
pub enum ExemptFromRegistration {}
