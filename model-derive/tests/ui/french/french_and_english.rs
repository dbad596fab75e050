//! A decision in French, with a French and an English edition: doc comments are in English and in French.
use beraad_schema::describe::{Label, Language, Note, Retention, Window};
use beraad_schema::{Block, CodeList, Count, deliberation, note};

const WITHOUT_GROUPS: Note = note! { fr: "sans les groupes", en: "without groups" };

/// Visits of one reader.
///
/// fr: Visites d’un lecteur.
#[derive(Block, Clone)]
#[block(
    heading = "Visites",
    label(fr = "Visite", en = "Visit"),
    row_unit(fr = "une visite", en = "one visit"),
    analysis_unit(fr = "visite", en = "visit"),
    temporality = event,
    no_known_key(fr = "inconnue", en = "not known"),
    note = WITHOUT_GROUPS,
)]
pub struct Visit {
    /// fr: Nombre de visites.
    ///
    /// Number of visits.
    #[variable(
        label(fr = "Visites", en = "Visits"), term = "le nombre de visites",
        match_quality = none, certainty = phrase, measurement = metric,
    )]
    pub visits: Count,
}

/// Sections of the library.
///
/// fr: Sections de la bibliothèque.
#[derive(CodeList, Clone, Copy, Debug, PartialEq)]
#[codes(closed, status = delivered)]
pub enum Section {
    #[code("A", label(fr = "adultes", en = "adults"))]
    Adults,
}

deliberation! {
    version = "0.1.0",
    blocks = [Visit],
}

fn label(fr: &'static str, en: &'static str) -> Label {
    Label::new([(Language::FR, fr), (Language::EN, en)])
}

fn main() {
    let decision = &model().deliberation;
    assert_eq!(decision.languages.decision, Language::FR);
    assert_eq!(decision.window, Window::Years(vec![2010, 2012]));
    let words = label("un an après réception", "one year after receipt");
    assert_eq!(decision.keep_until, Some(Retention::Words(words)));
    assert_eq!(decision.headings[0].label, label("Visites", "Visits"));
    let block = Visit::description();
    assert_eq!(block.definition, label("Visites d’un lecteur.", "Visits of one reader."));
    assert_eq!(block.notes[0].text, label("sans les groupes", "without groups"));
    let (_, visits) = block.variables().next().expect("a variable");
    assert_eq!(visits.definition, label("Nombre de visites.", "Number of visits."));
    let sections = label("Sections de la bibliothèque.", "Sections of the library.");
    assert_eq!(Section::description().definition, sections);
}
