//! Regions: the codes of the REFNIS standard.

use crate::prelude::*;

/// Regions of Belgium, as the REFNIS standard codes them, for orientation only.
#[derive(CodeList)]
#[codes(
    open,
    status = reference,
    table = "codelists/region.csv",
    standard = "REFNIS (NIS codes of Statbel)",
    page = "https://wikiwand.com/en/articles/NIS_code",
)]
pub enum Region {}
