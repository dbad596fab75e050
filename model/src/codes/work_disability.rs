//! Indications of work disability. VDAB publishes the labels; the codes were not found in public material.

use crate::prelude::*;

/// Indications of a work disability or of multiple problems.
///
/// nl: Aanduidingen van een arbeidshandicap of van een multipele problematiek.
#[derive(CodeList)]
#[codes(
    supplied,
    searched,
    status = reference,
    table = "codelists/work_disability.csv",
    page = "https://arvastat.vdab.be/help/arbeidsbeperking.html",
)]
pub enum WorkDisability {}
