use beraad_schema::{Block, Count};

#[derive(Block)]
#[block(heading = "Uitlening", part)]
struct Loan {
    /// Books.
    ///
    /// nl: Boeken.
    #[variable(
        label(nl = "Boeken", en = "Books"), term = "het aantal boeken",
        certainty = phrase, measurement = metric,
        origin(name = "Books", institution = "Library", file = "loans"),
    )]
    books: Count,
}

fn main() {}
