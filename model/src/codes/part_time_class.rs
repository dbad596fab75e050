//! Classes of the part-time percentage at the RSZPPO, which is a variable in addition to the percentage itself.

use crate::prelude::*;

/// Classes of the part-time percentage at the RSZPPO (Aplcatept, in addition to the percentage itself), for reference only.
#[derive(CodeList)]
#[codes(
    open,
    status = related,
    complete,
    table = "codelists/part_time_class.csv",
    page = "https://www.ksz-bcss.fgov.be/fr/dwh/variabledetail/office-national-de-securite-sociale-des-administrations-provinciales-et-locales/Variables/classes-temps-partiel.html",
)]
pub enum PartTimeClass {}
