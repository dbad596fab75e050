//! Classes of the current nationality: the groups of Arvastat, for reference only.

use crate::prelude::*;

/// Classes of countries of the current nationality. The groups of Arvastat are for reference only.
///
/// nl: Klassen van landen van de huidige nationaliteit. De groepen van Arvastat zijn enkel ter referentie.
#[derive(CodeList)]
#[codes(
    supplied,
    searched,
    status = reference,
    table = "codelists/current_nationality_class.csv",
    standard = "delivered classes unknown; underlying: NIS three-digit country codes",
    page = "https://arvastat.vdab.be/help/arvastat_help_am_nationaliteit.html",
)]
pub enum CurrentNationalityClass {}
