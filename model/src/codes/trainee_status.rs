//! Statuses of trainees, with the labels of VDAB's publications.

use crate::prelude::*;

/// Capacities in which a person follows a training: the groups of VDAB's publications, for reference only.
///
/// nl: Hoedanigheden waarin een persoon een opleiding volgt: de groepen uit de publicaties van VDAB, enkel als
/// referentie.
#[derive(CodeList)]
#[codes(
    supplied,
    searched,
    status = reference,
    table = "codelists/trainee_status.csv",
    read_at = event_date,
    why(
        nl = "Eén rij is één opleiding; de maand waarin ze begint, bepaalt welke labels gelden.",
        en = "One row is one training; the month in which it starts decides which labels apply.",
    ),
    page = "https://partners.vdab.be/nieuws/pers/cijfernota-vdab-competentieversterking-2019-een-synthese-van-de-kerncijfers",
)]
pub enum TraineeStatus {}
