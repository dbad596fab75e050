use beraad_schema::{Block, Count};

#[derive(Block)]
#[block(heading = "Uitlening", part)]
struct Loan {
    /// Books.
    ///
    /// nl: Boeken.
    #[variable(
        label(nl = "Boeken", en = "Number of books that this reader borrowed from any of the libraries of the town together"), term = "het aantal boeken",
        match_quality = none, certainty = phrase, measurement = metric,
    )]
    books: Count,
}

fn main() {}
