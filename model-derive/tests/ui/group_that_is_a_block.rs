use beraad_schema::Block;

/// Two visits.
///
/// nl: Twee bezoeken.
#[derive(Block, Clone)]
#[block(
    heading = "Bezoek",
    label(nl = "Twee bezoeken", en = "Two visits"),
    row_unit(nl = "twee bezoeken", en = "two visits"),
    analysis_unit(nl = "bezoek", en = "visit"),
    temporality = event,
    no_known_key(nl = "niet bekend", en = "not known"),
)]
struct Visits {
    #[block(prefix = "first_")]
    first: Visit,
}

/// One visit.
///
/// nl: Eén bezoek.
#[derive(Block, Clone)]
#[block(
    heading = "Bezoek",
    label(nl = "Bezoek", en = "Visit"),
    row_unit(nl = "één bezoek", en = "one visit"),
    analysis_unit(nl = "bezoek", en = "visit"),
    temporality = event,
    no_known_key(nl = "niet bekend", en = "not known"),
)]
struct Visit {}

fn main() {}
