//! Contribution categories of the RSVZ. The categories up to H are known.

use crate::prelude::*;

/// Categories in which self-employed persons pay contributions. The categories up to H are known.
///
/// nl: Categorieën waarin zelfstandigen bijdragen betalen. De categorieën tot en met H zijn bekend.
#[derive(CodeList)]
#[codes(
    open,
    status = delivered,
    table = "codelists/self_employed_contribution_category.csv",
    page = "https://www.bcss.fgov.be/dwh/nl/variabledetail/rijksinstituut-voor-de-sociale-verzekeringen-der-zelfstandigen/Variables/bijdragecategorie",
)]
pub enum SelfEmployedContributionCategory {}
