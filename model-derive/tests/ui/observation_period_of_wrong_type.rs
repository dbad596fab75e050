use beraad_schema::{Block, Count};

/// One loan.
///
/// nl: Eén uitlening.
#[derive(Block, Clone)]
#[block(
    heading = "Uitlening",
    label(nl = "Uitlening", en = "Loan"),
    row_unit(nl = "één uitlening", en = "one loan"),
    analysis_unit(nl = "uitlening", en = "loan"),
    temporality = event,
    no_known_key(nl = "een lezer leent vaak", en = "a reader borrows often"),
    observation_period = books,
)]
struct Loan {
    /// Books.
    ///
    /// nl: Boeken.
    #[variable(
        label(nl = "Boeken", en = "Books"), term = "het aantal boeken",
        match_quality = none, certainty = phrase, measurement = metric,
    )]
    books: Count,
}

fn main() {}
