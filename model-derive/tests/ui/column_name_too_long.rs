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
    number_of_books_borrowed_by_this_reader_from_all_libraries_of_town: Count,
}

fn main() {}
