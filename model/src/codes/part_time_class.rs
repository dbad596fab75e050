//! Classes of the part-time percentage at the RSZPPO, which is a variable in addition to the percentage itself.

use crate::prelude::*;

/// Classes of the part-time percentage at the RSZPPO (Aplcatept, in addition to the percentage itself), for reference only.
///
/// nl: Klassen van het percentage deeltijds bij de RSZPPO (Aplcatept, naast het percentage zelf), enkel als referentie.
#[derive(CodeList)]
#[codes(
    open,
    status = related,
    complete,
    table = "codelists/part_time_class.csv",
    page = "https://www.ksz-bcss.fgov.be/fr/dwh/variabledetail/office-national-de-securite-sociale-des-administrations-provinciales-et-locales/Variables/classes-temps-partiel.html",
)]
pub enum PartTimeClass {}
