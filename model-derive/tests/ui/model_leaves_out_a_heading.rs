use beraad_schema::{Block, Code, CodeList, Count, deliberation, Person, SerialNumber};

/// One visit of one reader.
///
/// nl: Eén bezoek van één lezer.
#[derive(Block, Clone, Debug, PartialEq)]
#[block(
    heading = "Bezoek",
    label(nl = "Bezoek", en = "Visit"),
    row_unit(nl = "één bezoek", en = "one visit"),
    analysis_unit(nl = "bezoek", en = "visit"),
    temporality = event,
    no_known_key(nl = "een lezer komt vaak", en = "a reader comes often"),
)]
pub struct Visit {
    #[block(role = person)]
    pub person: SerialNumber<Person>,

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
    pub visits: Count,

    /// Department.
    ///
    /// nl: Afdeling.
    #[variable(
        label(nl = "Afdeling", en = "Department"),
        term = "de bezochte afdeling",
        match_quality = none,
        certainty = phrase,
        measurement = nominal,
    )]
    pub department: Option<Code<Department>>,
}

/// Departments of the library.
#[derive(CodeList)]
#[codes(supplied)]
pub enum Department {}

deliberation! {
    version = "0.1.0",
    blocks = [Visit],
    unmodelled = ["Schoolloopbaan", "Schooltoelage (in klassen)"],
}

fn main() {}
