use beraad_schema::{Block, Count, Person, SerialNumber};

/// One loan of one reader.
///
/// nl: Eén uitlening van één lezer.
#[derive(Block, Clone, Debug, PartialEq)]
#[block(
    heading = "Uitlening",
    label(nl = "Uitlening", en = "Loan"),
    row_unit(nl = "één uitlening", en = "one loan"),
    analysis_unit(nl = "uitlening", en = "loan"),
    temporality = event,
    no_known_key(nl = "een lezer leent vaak", en = "a reader borrows often"),
)]
pub struct Loan {
    #[block(role = person)]
    pub person: SerialNumber<Person>,

    /// Number of the reader.
    ///
    /// nl: Nummer van de lezer.
    #[variable(
        label(nl = "Nummer van de lezer", en = "Number of the reader"),
        term = "het identificatienummer van de lezer",
        match_quality = none,
        certainty = phrase,
        measurement = identifier,
    )]
    pub reader: Count,
}

fn main() {}
