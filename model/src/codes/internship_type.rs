//! Forms of workplace learning. VDAB publishes the labels; the codes were not found in public material.

use crate::prelude::*;

/// Forms of internship and workplace learning, with the names before and after the reform of 2018, for reference only.
///
/// nl: Vormen van stage en werkplekleren, met de namen van vóór en na de hervorming van 2018, enkel als referentie.
#[derive(CodeList)]
#[codes(
    supplied,
    searched,
    status = reference,
    table = "codelists/internship_type.csv",
    read_at = event_date,
    why(
        nl = "Eén rij is één actie; de maand waarin ze begint, bepaalt welke labels gelden.",
        en = "One row is one action; the month in which it starts decides which labels apply.",
    ),
    page = "https://www.agoria.be/nl/Vlaanderen-hervormt-werkplekleren-vanaf-1-september-2018",
)]
pub enum InternshipType {}
