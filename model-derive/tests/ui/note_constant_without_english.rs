use beraad_schema::{Block, Count, describe::Note, note};

#[derive(Block)]
#[block(heading = "Uitlening", part)]
struct Loan {
    /// Books.
    ///
    /// nl: Boeken.
    #[variable(
        label(nl = "Boeken", en = "Books"), term = "het aantal boeken",
        match_quality = none, certainty = phrase, measurement = metric,
        note = MANY,
    )]
    books: Count,
}

const MANY: Note = note! { nl: "veel" };

fn main() {}
