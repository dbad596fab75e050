//! Occupation clusters of actions. Two of the six labels are known.

use crate::prelude::*;

/// Groups of related occupations in which VDAB classifies an action, for reference only.
///
/// nl: Groepen van verwante beroepen waarbij VDAB een actie indeelt, enkel als referentie.
#[derive(CodeList)]
#[codes(
    supplied,
    searched,
    status = reference,
    table = "codelists/action_occupation_cluster.csv",
    read_at = event_date,
    why(
        nl = "Eén rij is één actie; de maand waarin ze begint, bepaalt welke labels gelden.",
        en = "One row is one action; the month in which it starts decides which labels apply.",
    ),
    standard = "VDAB-beroepenclusters (6)",
    page = "https://extranet.vdab.be/home/ook-voor-jou/arbeidsmarktverkenner/sectorindeling-beroepenclusters",
)]
pub enum ActionOccupationCluster {}
