//! Forms of workplace learning. VDAB publishes the labels; the codes were not found in public material.

use crate::prelude::*;

/// Forms of internship and workplace learning, with the names before and after the reform of 2018, for reference only.
#[derive(CodeList)]
#[codes(
    supplied,
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
