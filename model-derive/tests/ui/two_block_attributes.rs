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
#[block(id = "borrowing")]
pub struct Loan {
    #[block(role = person)]
    pub person: SerialNumber<Person>,

    /// Number of books.
    ///
    /// nl: Aantal boeken.
    #[variable(
        label(nl = "Aantal boeken", en = "Number of books"),
        term = "het aantal boeken",
        match_quality = none,
        certainty = phrase,
        measurement = metric,
    )]
    pub books: Count,
}

fn main() {}
