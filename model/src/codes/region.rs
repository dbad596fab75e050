//! Regions: the codes of the REFNIS standard.

use crate::prelude::*;

/// Regions of Belgium in the codes of the REFNIS standard, for reference only.
///
/// nl: Gewesten van België in de codes van de REFNIS-standaard, enkel als referentie.
#[derive(CodeList)]
#[codes(
    open,
    status = reference,
    table = "codelists/region.csv",
    standard = "REFNIS (NIS codes of Statbel)",
    page = "https://wikiwand.com/en/articles/NIS_code",
)]
pub enum Region {}
