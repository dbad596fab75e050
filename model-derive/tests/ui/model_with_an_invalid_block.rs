use beraad_schema::{Block, deliberation};

/// One visit.
///
/// nl: Eén bezoek.
#[derive(Block, Clone)]
#[block(
    heading = "Bezoek",
    label(nl = "Bezoek", en = "Visit"),
    row_unit(nl = "één bezoek", en = "one visit"),
    analysis_unit(nl = "bezoek", en = "visit"),
    temporality = events,
    no_known_key(nl = "een lezer komt vaak", en = "a reader comes often"),
)]
struct Visit {}

deliberation! {
    version = "0.1.0",
    blocks = [Visit],
    unmodelled = ["Uitlening", "Schoolloopbaan", "Schooltoelage (in klassen)"],
}

fn main() {}
