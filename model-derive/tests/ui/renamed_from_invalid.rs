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
        renamed_from = "books",
        renamed_from = "Books lent",
        renamed_from = "volumes",
        renamed_from = "volumes",
    )]
    books: Count,
}

fn main() {}
