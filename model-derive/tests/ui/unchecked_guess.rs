use beraad_schema::{Block, CodeList, Count, Person, SerialNumber};

/// Loans.
///
/// nl: Uitleningen.
#[derive(Block, Clone)]
#[block(
    heading = "Uitlening",
    label(nl = "Uitlening", en = "Loan"),
    row_unit(nl = "één uitlening", en = "one loan"),
    analysis_unit(nl = "uitlening", en = "loan"),
    temporality = event,
    no_known_key(nl = "nog onbekend", en = "not yet known"),
    guess = "`temporality`, what a row is, and the key",
)]
struct Loan {
    #[block(role = subject)]
    person: SerialNumber<Person>,
    /// Books.
    ///
    /// nl: Boeken.
    #[variable(
        label(nl = "Boeken", en = "Books"), term = "het aantal boeken",
        match_quality = none, certainty = assumed, measurement = metric,
        guess = "the type `Option<Count>`: `aantal`",
    )]
    books: Option<Count>,
}

/// Genres.
///
/// nl: Genres.
#[derive(CodeList)]
#[codes(supplied, guess = "the definition")]
enum Genre {}

fn main() {}
