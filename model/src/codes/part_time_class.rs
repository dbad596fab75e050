//! Classes of the part-time percentage at the RSZPPO, a variable beside the percentage itself.

use crate::prelude::*;

/// Classes of the part-time percentage at the RSZPPO (Aplcatept): a variable beside the percentage, for orientation only.
#[derive(CodeList)]
#[codes(
    open,
    status = related,
    complete,
    table = "codelists/part_time_class.csv",
    page = "https://www.ksz-bcss.fgov.be/fr/dwh/variabledetail/office-national-de-securite-sociale-des-administrations-provinciales-et-locales/Variables/classes-temps-partiel.html",
)]
pub enum PartTimeClass {}
