//! Kaarten (ook voor de partner) (paragraph 2).

use beraad_schema::{Block, Code, Person, SerialNumber, YearMonth};

use super::codes::Soort;

/// nl: Kaarten (ook voor de partner).
#[derive(Block, Clone, Debug, PartialEq)]
#[block(
    heading = "Kaarten (ook voor de partner)",
    label(nl = "Kaarten (ook voor de partner)"),
    row_unit(nl = "nog te bepalen"),
    analysis_unit(nl = "nog te bepalen"),
    temporality = event,
    no_known_key(nl = "nog te bepalen"),
    rule(
        begin_not_after_end: startdatum <= einddatum,
        nl = "het begin ligt niet na het einde",
    ),
    rule(
        begin_not_after_end_2: partner_startdatum <= partner_einddatum,
        nl = "het begin ligt niet na het einde",
    ),
)]
pub struct Kaarten {
    /// The person that the row is about.
    #[block(role = subject)]
    pub person: SerialNumber<Person>,

    /// nl: De startdatum.
    #[variable(
        label(nl = "Startdatum"),
        term = "de startdatum",
        match_quality = none,
        certainty = assumed,
        measurement = metric,
    )]
    pub startdatum: Option<YearMonth>,

    /// nl: De startdatum (partner).
    #[variable(
        label(nl = "Startdatum (partner)"),
        term = "de startdatum",
        relative = "partner",
        match_quality = none,
        certainty = assumed,
        measurement = metric,
    )]
    pub partner_startdatum: Option<YearMonth>,

    /// nl: De einddatum.
    #[variable(
        label(nl = "Einddatum"),
        term = "de einddatum",
        match_quality = none,
        certainty = assumed,
        measurement = metric,
    )]
    pub einddatum: Option<YearMonth>,

    /// nl: De einddatum (partner).
    #[variable(
        label(nl = "Einddatum (partner)"),
        term = "de einddatum",
        relative = "partner",
        match_quality = none,
        certainty = assumed,
        measurement = metric,
    )]
    pub partner_einddatum: Option<YearMonth>,

    /// nl: De soort.
    #[variable(
        label(nl = "Soort"),
        term = "de soort",
        match_quality = none,
        certainty = assumed,
        measurement = nominal,
    )]
    pub soort: Option<Code<Soort>>,

    /// nl: De soort (partner).
    #[variable(
        label(nl = "Soort (partner)"),
        term = "de soort",
        relative = "partner",
        match_quality = none,
        certainty = assumed,
        measurement = nominal,
    )]
    pub partner_soort: Option<Code<Soort>>,
}
