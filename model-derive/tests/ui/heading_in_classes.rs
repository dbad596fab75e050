use beraad_schema::{Block, Count};

#[derive(Block)]
#[block(heading = "Schooltoelage (in klassen)", part)]
struct Loan {
    /// Amount.
    ///
    /// nl: Bedrag.
    #[variable(
        label(nl = "Bedrag", en = "Amount"), term = "het bedrag",
        match_quality = none, certainty = phrase, measurement = metric,
    )]
    amount: Count,
}

fn main() {}
