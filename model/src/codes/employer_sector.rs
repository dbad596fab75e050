//! Sectors of employers at VDAB. The first ten labels are known.

use crate::prelude::*;

/// Sectors of employers in VDAB's classification based on NACE, for reference only.
///
/// nl: Sectoren van werkgevers in de sectorindeling van VDAB op basis van NACE, enkel als referentie.
#[derive(CodeList)]
#[codes(
    supplied,
    searched,
    status = reference,
    table = "codelists/employer_sector.csv",
    read_at = event_date,
    why(
        nl = "Eén rij is één actie; de maand waarin ze begint, bepaalt welke labels gelden.",
        en = "One row is one action; the month in which it starts decides which labels apply.",
    ),
    standard = "NACE-BEL (VDAB-sectoren zijn groepen van NACE-codes)",
    page = "https://extranet.vdab.be/home/ook-voor-jou/arbeidsmarktverkenner/sectorindeling-beroepenclusters",
)]
pub enum EmployerSector {}
