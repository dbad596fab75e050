//! Lezers (paragraph 2).

use beraad_schema::{AmountClass, Block, Code, Person, SerialNumber, Year};

use super::codes::{
    BedragVanDeBoeteInKlassen, BoeteInKlassen, CodeABVanDeLezer, GeboortelandInKlassenOokVanOuders,
};

/// nl: Lezers.
#[derive(Block, Clone, Debug, PartialEq)]
#[block(
    heading = "Lezers",
    label(nl = "Lezers"),
    row_unit(nl = "nog te bepalen"),
    analysis_unit(nl = "nog te bepalen"),
    temporality = event,
    no_known_key(nl = "nog te bepalen"),
)]
pub struct Lezers {
    /// The person that the row is about.
    #[block(role = subject)]
    pub person: SerialNumber<Person>,

    /// nl: Het identificatienummer van de ouder.
    #[variable(
        label(nl = "Identificatienummer van de ouder"),
        term = "het identificatienummer van de ouder",
        match_quality = none,
        certainty = assumed,
        measurement = identifier,
    )]
    pub identificatienummer_van: Option<SerialNumber<Person>>,

    /// nl: De geboortejaren van de kinderen.
    #[variable(
        label(nl = "Geboortejaren van de kinderen"),
        term = "de geboortejaren van de kinderen",
        match_quality = none,
        certainty = assumed,
        measurement = metric,
    )]
    pub geboortejaren_van: Vec<Year>,

    /// nl: Het geboorteland (in klassen, ook van ouders).
    #[variable(
        label(nl = "Geboorteland (in klassen, ook van ouders)"),
        term = "het geboorteland (in klassen, ook van ouders)",
        match_quality = none,
        certainty = assumed,
        measurement = nominal,
    )]
    pub geboorteland_in_klassen: Option<Code<GeboortelandInKlassenOokVanOuders>>,

    /// nl: Het geboorteland (in klassen, ook van ouders) (parent 1).
    #[variable(
        label(nl = "Geboorteland (in klassen, ook van ouders) (parent 1)"),
        term = "het geboorteland (in klassen, ook van ouders)",
        relative = "parent 1",
        match_quality = none,
        certainty = assumed,
        measurement = nominal,
    )]
    pub parent_1_geboorteland: Option<Code<GeboortelandInKlassenOokVanOuders>>,

    /// nl: Het geboorteland (in klassen, ook van ouders) (parent 2).
    #[variable(
        label(nl = "Geboorteland (in klassen, ook van ouders) (parent 2)"),
        term = "het geboorteland (in klassen, ook van ouders)",
        relative = "parent 2",
        match_quality = none,
        certainty = assumed,
        measurement = nominal,
    )]
    pub parent_2_geboorteland: Option<Code<GeboortelandInKlassenOokVanOuders>>,

    /// nl: De boete (in klassen).
    #[variable(
        label(nl = "Boete (in klassen)"),
        term = "de boete (in klassen)",
        match_quality = none,
        certainty = assumed,
        measurement = nominal,
    )]
    pub boete_in_klassen: Option<Code<BoeteInKlassen>>,

    /// nl: Het bedrag van de boete (in klassen).
    #[variable(
        label(nl = "Bedrag van de boete (in klassen)"),
        term = "het bedrag van de boete (in klassen)",
        match_quality = none,
        certainty = assumed,
        measurement = ordinal,
    )]
    pub bedrag_van_de_boete: Option<AmountClass<BedragVanDeBoeteInKlassen>>,

    /// nl: De code "A/B" van de lezer.
    #[variable(
        label(nl = "Code \"A/B\" van de lezer"),
        term = "de code \"A/B\" van de lezer",
        match_quality = none,
        certainty = assumed,
        measurement = nominal,
    )]
    pub code_a_b_van_de_lezer: Option<Code<CodeABVanDeLezer>>,

    /// nl: Een abonnement (het al dan niet combineren van een kaart met).
    #[variable(
        label(nl = "Abonnement (het al dan niet combineren van een kaart met)"),
        term = "een abonnement",
        of = "het al dan niet combineren van een kaart met",
        match_quality = none,
        certainty = assumed,
        measurement = nominal,
    )]
    pub abonnement: Option<bool>,

    /// nl: Een pas (het al dan niet combineren van een kaart met).
    #[variable(
        label(nl = "Pas (het al dan niet combineren van een kaart met)"),
        term = "een pas",
        of = "het al dan niet combineren van een kaart met",
        match_quality = none,
        certainty = assumed,
        measurement = nominal,
    )]
    pub pas: Option<bool>,

    /// nl: De leeskring (het al dan niet combineren van een kaart met).
    #[variable(
        label(nl = "Leeskring (het al dan niet combineren van een kaart met)"),
        term = "de leeskring",
        of = "het al dan niet combineren van een kaart met",
        match_quality = none,
        certainty = assumed,
        measurement = nominal,
    )]
    pub leeskring: Option<bool>,
}
