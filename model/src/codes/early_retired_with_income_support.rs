//! Flag of the KSZ for PCSW support of early retirees: no or yes.

use crate::prelude::*;

/// Flag of the KSZ: full-time early retirement combined with PCSW support.
///
/// nl: Vlag van de KSZ: voltijds brugpensioen samen met OCMW-steun.
#[derive(CodeList)]
#[codes(
    open,
    status = delivered,
    complete,
    table = "codelists/early_retired_with_income_support.csv",
    page = "https://www.bcss.fgov.be/fr/dwh/variabledetail/banque-carrefour-de-la-securite-sociale/Variables/chomage-complet-avec-complement-dentreprise-et-dis-das.html?filter=themes&institution=&sources=&themes=85",
)]
pub enum EarlyRetiredWithIncomeSupport {}
