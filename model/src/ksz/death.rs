//! Deaths: one row for each record of the file of deaths.

use super::shared::DATES_BY_QUARTER;
use crate::prelude::*;

/// Record of the death of one person, in the file to which each year's deaths are added.
///
/// nl: Registratie van het overlijden van één persoon, in het bestand waaraan elk jaar de overlijdens worden toegevoegd.
#[derive(Block, Clone, Debug, PartialEq, Eq, Hash)]
#[block(
    heading = "Persoonskenmerken",
    label(nl = "Persoonskenmerken: overlijden", en = "Personal characteristics: death"),
    row_unit(
        nl = "één registratie van een overlijden, in één cumulatief bestand waaraan elk jaar de overlijdens worden toegevoegd; een persoon kan meer dan eens voorkomen",
        en = "one death record, in one cumulative file to which each year's deaths are added; a person can occur several times",
    ),
    analysis_unit(nl = "registratie van een overlijden", en = "death record"),
    temporality = event,
    no_known_key(
        nl = "een persoon kan meer dan eens voorkomen, soms met andere datums, en het jaar van registratie behoort niet tot de termen",
        en = "a person can occur several times, sometimes with different dates, and the year of recording is not among the terms",
    ),
)]
pub struct Death {
    /// The person that the row is about.
    #[block(role = subject)]
    pub person: SerialNumber<Person>,

    /// Quarter and year in which the person died.
    ///
    /// nl: Het kwartaal en jaar waarin de persoon overleden is.
    #[variable(
        label(nl = "Overlijdensdatum (kwartaal)", en = "Date of death (quarter)"),
        term = "de datum van overlijden",
        match_quality = likely,
        certainty = phrase,
        measurement = metric,
        null(
            nl = "De persoon leeft, of het overlijden is niet bekend.",
            en = "The person is alive, or not known to be dead.",
        ),
        origin(
            name = "(no variable page found) Overlijdensdatum",
            abbreviation = "d_overl",
            institution = "Rijks- en KSZ-register",
            file = "DWH_RN_BCSS_BisTer_Deces",
            stated_validity = "31/12/1998 - ∞",
            page = "https://www.ksz-bcss.fgov.be/dwh/nl/sourcedetail/dwh-rn-bcss-bister-deces",
        ),
        note = DATES_BY_QUARTER,
        note(
            nl = "Het sterftebestand is één cumulatief bestand waaraan elk jaar de overlijdens worden toegevoegd, met het jaar van registratie als variabele.",
            en = "The death file is one cumulative file to which each year's deaths are added, with the year of recording as a variable.",
        ),
        note(
            nl = "Een persoon kan er meer dan eens in voorkomen, soms met andere datums; de eigen toepassingen van de KSZ houden de vroegste datum.",
            en = "A person can occur in it several times, sometimes with different dates; KSZ's own applications keep the earliest date.",
        ),
        note(
            nl = "Wie emigreert, verlaat het register zonder overlijdensdatum.",
            en = "Emigrants leave the register without a date of death.",
        ),
        note(
            nl = "Het mini-Rijksregister (DWH_BCSS_MiniRN) bevat geen overledenen.",
            en = "The mini National Register (DWH_BCSS_MiniRN) contains no deceased persons.",
        ),
        evidence = "Match likely: no page of the variable itself was seen, only that of its file.",
        evidence = "The page of the source DWH_RN_BCSS_BisTer_Deces carries the field (d_overl); a page of the variable itself was not found.",
    )]
    pub death_date: Option<YearQuarter>,
}
