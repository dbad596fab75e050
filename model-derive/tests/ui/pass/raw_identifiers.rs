//! A column can be named by a word that Rust keeps for itself; its name is without `r#`.
use beraad_schema::{Block, CodeList, Count};

/// One visit.
///
/// nl: Eén bezoek.
#[derive(Block, Clone, Debug, PartialEq)]
#[block(
    heading = "Bezoek",
    label(nl = "Bezoek", en = "Visit"),
    row_unit(nl = "één bezoek", en = "one visit"),
    analysis_unit(nl = "bezoek", en = "visit"),
    temporality = event,
    key(r#type),
    rule(r#fn: r#type > 0, nl = "minstens één", en = "at least one"),
)]
pub struct r#Match {
    /// Number of visits.
    ///
    /// nl: Aantal bezoeken.
    #[variable(
        label(nl = "Aantal bezoeken", en = "Number of visits"),
        term = "het aantal bezoeken",
        match_quality = none,
        certainty = phrase,
        measurement = metric,
    )]
    pub r#type: Count,
}

/// Departments.
///
/// nl: Afdelingen.
#[derive(CodeList, Clone, Copy, Debug, PartialEq)]
#[codes(closed)]
pub enum r#Loop {
    #[code("Z", label(nl = "Zolder", en = "Attic"))]
    r#Break,
}

fn main() {
    assert_eq!(r#Match::column_names(), ["type"]);
    assert_eq!(r#Match::description().id, "match");
    assert_eq!(r#Match::description().rules[0].id, "fn");
    let json = serde_json(&r#Match::description().identity);
    assert!(json.contains("\"type\""), "{json}");
    assert_eq!(r#Loop::r#Break.as_str(), "Z");
}

fn serde_json(identity: &beraad_schema::describe::Identity) -> String {
    format!("{identity:?}")
}
