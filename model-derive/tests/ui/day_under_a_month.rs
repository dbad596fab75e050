use beraad_schema::{Block, Day};

#[derive(Block)]
#[block(heading = "Uitlening", part)]
struct Loan {
    /// Day of the loan.
    ///
    /// nl: Dag van de uitlening.
    #[variable(
        label(nl = "Uitlening", en = "Loan"), term = "de uitleendatum",
        match_quality = none, certainty = phrase, measurement = metric,
    )]
    loan_day: Option<Day>,
}

fn main() {}
