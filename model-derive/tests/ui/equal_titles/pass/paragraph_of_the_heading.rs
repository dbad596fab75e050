//! Two paragraphs have a heading with one title: each block names its paragraph as well.
use beraad_schema::describe::Grain;
use beraad_schema::{Block, Count, YearMonth, YearQuarter, deliberation};

/// Visits to the library.
///
/// nl: Bezoeken aan de bibliotheek.
#[derive(Block, Clone)]
#[block(
    heading = "Bezoek",
    paragraph = "2",
    label(nl = "Bezoek aan de bibliotheek", en = "Visit to the library"),
    row_unit(nl = "één maand", en = "one month"),
    analysis_unit(nl = "maand", en = "month"),
    temporality = event,
    no_known_key(nl = "niet bekend", en = "not known"),
)]
pub struct LibraryVisit {
    /// Visits.
    ///
    /// nl: Bezoeken.
    #[variable(
        label(nl = "Bezoeken", en = "Visits"), term = "het aantal bezoeken",
        match_quality = none, certainty = phrase, measurement = metric,
    )]
    pub visits: Count,
    /// Month.
    ///
    /// nl: Maand.
    #[variable(
        label(nl = "Maand", en = "Month"), term = "de maand",
        match_quality = none, certainty = phrase, measurement = metric,
    )]
    pub month: YearMonth,
}

/// Visits to the museum.
///
/// nl: Bezoeken aan het museum.
#[derive(Block, Clone)]
#[block(
    heading = "Bezoek",
    paragraph = "3, 1°",
    label(nl = "Bezoek aan het museum", en = "Visit to the museum"),
    row_unit(nl = "één kwartaal", en = "one quarter"),
    analysis_unit(nl = "kwartaal", en = "quarter"),
    temporality = event,
    no_known_key(nl = "niet bekend", en = "not known"),
)]
pub struct MuseumVisit {
    /// Visits.
    ///
    /// nl: Bezoeken.
    #[variable(
        label(nl = "Bezoeken", en = "Visits"), term = "het aantal bezoeken",
        match_quality = none, certainty = phrase, measurement = metric,
    )]
    pub visits: Count,
    /// Quarter.
    ///
    /// nl: Kwartaal.
    #[variable(
        label(nl = "Kwartaal", en = "Quarter"), term = "het kwartaal",
        match_quality = none, certainty = phrase, measurement = metric,
    )]
    pub quarter: YearQuarter,
}

deliberation! {
    version = "0.1.0",
    blocks = [LibraryVisit, MuseumVisit],
}

fn main() {
    assert_eq!(LibraryVisit::PARAGRAPH, "2");
    assert_eq!(MuseumVisit::PARAGRAPH, "3, 1°");
    let model = model();
    let [library, museum] = &*model.blocks else {
        panic!("there are two blocks");
    };
    for (block, paragraph, provider, dates) in [
        (library, "2", "Bibliotheek", Grain::Month),
        (museum, "3, 1°", "Museum", Grain::Quarter),
    ] {
        let heading = model.deliberation.heading(paragraph, "Bezoek");
        let heading = heading.expect("the heading");
        assert_eq!(model.deliberation.provider(heading), Some(provider));
        assert_eq!(block.paragraph, paragraph);
        let (_, visits) = block.variables().next().expect("a variable");
        assert_eq!((&*visits.phrase.paragraph, visits.phrase.dates), (paragraph, dates));
    }
    assert_eq!(model.deliberation.window.to_string(), "2010-03-01/");
}
