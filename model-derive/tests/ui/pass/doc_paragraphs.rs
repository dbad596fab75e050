//! Paragraphs of doc comments: several in one language, and one in a language that is not an edition.
use beraad_schema::describe::{Label, Language};
use beraad_schema::{Block, Count};

/// Visits of one reader.
///
/// nl: Bezoeken van één lezer.
///
/// fr: Visites d’un lecteur.
///
/// Visits to an exhibition do not count.
///
/// nl: Bezoeken aan een tentoonstelling tellen niet
/// mee.
#[derive(Block, Clone)]
#[block(
    heading = "Bezoek",
    label(nl = "Bezoek", en = "Visit"),
    row_unit(nl = "één bezoek", en = "one visit"),
    analysis_unit(nl = "bezoek", en = "visit"),
    temporality = event,
    no_known_key(nl = "een lezer komt vaak", en = "a reader comes often"),
)]
pub struct Visit {
    /// Visits.
    ///
    /// nl: Bezoeken.
    #[variable(
        label(nl = "Bezoeken", en = "Visits", fr = "Visites"), term = "het aantal bezoeken",
        match_quality = none, certainty = phrase, measurement = metric,
    )]
    pub visits: Count,
}

fn main() {
    let english = "Visits of one reader.\n\nVisits to an exhibition do not count.";
    let dutch = "Bezoeken van één lezer.\n\nBezoeken aan een tentoonstelling tellen niet mee.";
    let definition = [
        (Language::EN, english),
        (Language::NL, dutch),
        (Language::FR, "Visites d’un lecteur."),
    ];
    assert_eq!(Visit::description().definition, Label::new(definition));
    let (_, visits) = Visit::description().variables().next().expect("a variable");
    assert_eq!(visits.label.text(Language::FR), Some("Visites"));
    assert_eq!(visits.definition.text(Language::FR), None);
}
