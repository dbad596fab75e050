use beraad_schema::{Block, Count, YearMonth};

#[derive(Block)]
#[block(heading = "Uitlening", part)]
struct Loan {
    #[block(role = subject)]
    person: Count,

    /// Books.
    ///
    /// nl: Boeken.
    #[variable(
        label(nl = "Boeken", en = "Books"), term = "het aantal boekn",
        match_quality = none, certainty = phrase, measurement = metric,
    )]
    books: Count,

    /// Lent.
    ///
    /// nl: Geleend.
    #[variable(
        label(nl = "Geleend", en = "Lent"), term = "de uitleendatum",
        match_quality = none, certainty = phrase, measurement = metric,
    )]
    lent: String,

    /// Returned.
    #[variable(
        label(nl = "Terug", en = "Returned"), term = "de inleverdatum",
        match_quality = none, certainty = phrase, measurement = metric,
    )]
    returned: Option<YearMonth>,

    colour: Count,
}

fn main() {}
