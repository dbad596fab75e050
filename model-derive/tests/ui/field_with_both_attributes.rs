use beraad_schema::{Block, Count};

#[derive(Block)]
#[block(heading = "Uitlening", part)]
struct Loan {
    /// Books.
    ///
    /// nl: Boeken.
    #[variable(
        label(nl = "Boeken", en = "Books"), term = "het aantal boeken",
        match_quality = none, certainty = phrase, measurement = metric,
    )]
    #[block(role = subject)]
    books: Count,
}

fn main() {}
