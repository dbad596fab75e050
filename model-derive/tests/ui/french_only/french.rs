//! A decision with a French edition only: doc comments are in French.
use beraad_schema::describe::{Label, Language, Note};
use beraad_schema::{Block, CodeList, Count, deliberation, note};

const WITHOUT_GROUPS: Note = note! { fr: "sans les groupes" };

/// Visites d’un lecteur.
///
/// Les visites guidées comptent.
#[derive(Block, Clone)]
#[block(
    heading = "Visites",
    label(fr = "Visite"),
    row_unit(fr = "une visite"),
    analysis_unit(fr = "visite"),
    temporality = event,
    no_known_key(fr = "inconnue"),
    rule(some_visits: visits > 0, fr = "au moins une visite"),
    note = WITHOUT_GROUPS,
)]
pub struct Visit {
    /// Nombre de visites.
    #[variable(
        label(fr = "Visites"), term = "le nombre de visites",
        match_quality = none, certainty = phrase, measurement = metric,
    )]
    pub visits: Count,
    /// fr: Public.
    #[variable(
        label(fr = "Public"), term = "le public",
        match_quality = none, certainty = phrase, measurement = nominal,
    )]
    pub public: Public,
}

/// Publics de la bibliothèque.
#[derive(CodeList, Clone, Copy, Debug, PartialEq)]
#[codes(closed, status = delivered, complete)]
pub enum Public {
    #[code("A", label(fr = "adultes"))]
    Adults,
    #[code("J", label(fr = "jeunesse"))]
    Youth,
}

deliberation! {
    version = "0.1.0",
    blocks = [Visit],
}

fn label(text: &'static str) -> Label {
    Label::new([(Language::FR, text)])
}

fn main() {
    let block = Visit::description();
    let definition = "Visites d’un lecteur.\n\nLes visites guidées comptent.";
    assert_eq!(block.definition, label(definition));
    assert_eq!(block.rules[0].message, label("au moins une visite"));
    let definitions = block.variables().map(|(_, variable)| variable.definition.clone());
    let expected = [label("Nombre de visites."), label("Public.")];
    assert_eq!(definitions.collect::<Vec<_>>(), expected);
    let public = Public::description();
    assert_eq!(public.definition, label("Publics de la bibliothèque."));
    assert_eq!(public.codes[1].meanings[0].label, label("jeunesse"));
    assert_eq!(model().deliberation.languages.main_edition(), Language::FR);
}
