//! Acceptance of article 61 for the person: not accepted or accepted.

use crate::prelude::*;

/// Flag of the POD MI: employment under article 61 was accepted for the person.
///
/// nl: Vlag van de POD MI: een tewerkstelling met toepassing van artikel 61 is voor de persoon aanvaard.
#[derive(CodeList)]
#[codes(
    closed,
    status = delivered,
    complete,
    table = "codelists/art61_accepted.csv",
    page = "https://www.ksz-bcss.fgov.be/fr/dwh/variabledetail/spp-integration-sociale/Variables/article-61-indication-de-l-acceptation-de-la-mise-au-travail-sous-l-article-61-du-beneficiaire-principal.html?filter=themes&institution=&sources=&themes=49",
)]
pub enum Art61Accepted {}
