//! Uitleningen (paragraph 2).

use beraad_schema::{
    Block, Code, Count, Days, Months, Percentage, Person, SerialNumber, YearMonth,
};

use super::codes::{Afdeling, Statuut, TypeList, Vak, ZeerLangeOmschrijvingVanHetWerkWaarover};

/// nl: Uitleningen.
#[derive(Block, Clone, Debug, PartialEq)]
#[block(
    heading = "Uitleningen",
    label(nl = "Uitleningen"),
    row_unit(nl = "nog te bepalen"),
    analysis_unit(nl = "nog te bepalen"),
    temporality = event,
    no_known_key(nl = "nog te bepalen"),
    rule(
        begin_not_after_end: begindatum <= einddatum,
        nl = "het begin ligt niet na het einde",
    ),
)]
pub struct Uitleningen {
    /// The person that the row is about.
    #[block(role = subject)]
    pub person: SerialNumber<Person>,

    /// nl: Begindatum (de begindatum en einddatum van de uitlening).
    #[variable(
        label(nl = "Begindatum (de begindatum en einddatum van de uitlening)"),
        term = "begindatum",
        of = "de begindatum en einddatum van de uitlening",
        match_quality = none,
        certainty = assumed,
        measurement = metric,
    )]
    pub begindatum: Option<YearMonth>,

    /// nl: Einddatum (de begindatum en einddatum van de uitlening).
    #[variable(
        label(nl = "Einddatum (de begindatum en einddatum van de uitlening)"),
        term = "einddatum",
        of = "de begindatum en einddatum van de uitlening",
        match_quality = none,
        certainty = assumed,
        measurement = metric,
    )]
    pub einddatum: Option<YearMonth>,

    /// nl: De duur.
    #[variable(
        label(nl = "Duur"),
        term = "de duur",
        match_quality = none,
        certainty = assumed,
        measurement = metric,
    )]
    pub duur: Option<Months>,

    /// nl: Het aantal dagen.
    #[variable(
        label(nl = "Aantal dagen"),
        term = "het aantal dagen",
        match_quality = none,
        certainty = assumed,
        measurement = metric,
    )]
    pub aantal_dagen: Option<Days>,

    /// nl: Het aantal boeken per maand.
    #[variable(
        label(nl = "Aantal boeken per maand"),
        term = "het aantal boeken per maand",
        match_quality = none,
        certainty = assumed,
        measurement = metric,
    )]
    pub aantal_boeken_per_maand: Option<Count>,

    /// nl: Afdeling (de aard).
    #[variable(
        label(nl = "Afdeling (de aard)"),
        term = "afdeling",
        of = "de aard",
        match_quality = none,
        certainty = assumed,
        measurement = nominal,
    )]
    pub afdeling: Option<Code<Afdeling>>,

    /// nl: Vak (de aard).
    #[variable(
        label(nl = "Vak (de aard)"),
        term = "vak",
        of = "de aard",
        match_quality = none,
        certainty = assumed,
        measurement = nominal,
    )]
    pub vak: Option<Code<Vak>>,

    /// nl: Het type.
    #[variable(
        label(nl = "Type"),
        term = "het type",
        match_quality = none,
        certainty = assumed,
        measurement = nominal,
    )]
    pub type_value: Option<Code<TypeList>>,

    /// nl: De zeer lange omschrijving van het werk waarover de lezer en de bibliotheek het eens werden bij de uitlening.
    #[variable(
        label(nl = "Zeer lange omschrijving van het werk waarover de lezer en de bibliotheek het…"),
        term = "de zeer lange omschrijving van het werk waarover de lezer en de bibliotheek het eens werden bij de uitlening",
        match_quality = none,
        certainty = assumed,
        measurement = nominal,
    )]
    pub zeer_lange_omschrijving: Option<Code<ZeerLangeOmschrijvingVanHetWerkWaarover>>,

    /// nl: Het percentage bladzijden.
    #[variable(
        label(nl = "Percentage bladzijden"),
        term = "het percentage bladzijden",
        match_quality = none,
        certainty = assumed,
        measurement = metric,
    )]
    pub percentage_bladzijden: Option<Percentage>,

    /// nl: Het statuut.
    #[variable(
        label(nl = "Statuut"),
        term = "het statuut",
        match_quality = none,
        certainty = assumed,
        measurement = nominal,
    )]
    pub statuut: Option<Code<Statuut>>,
}
