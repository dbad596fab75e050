//! Flag of the KSZ for work for a local employment agency: no or yes.

use crate::prelude::*;

/// Flag of the KSZ: works for a local employment agency.
///
/// nl: Vlag van de KSZ: werkt voor een plaatselijk werkgelegenheidsagentschap (PWA).
#[derive(CodeList)]
#[codes(
    closed,
    status = delivered,
    complete,
    table = "codelists/lea_employed.csv",
    page = "https://dwh.ksz-bcss.fgov.be/fr/variabledetail/banque-carrefour-de-la-securite-sociale/Variables/ale?themes=970aee87-34e8-3425-deca-a2b9d101d6d2",
)]
pub enum LeaEmployed {}
