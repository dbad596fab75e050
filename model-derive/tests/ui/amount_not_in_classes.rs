use beraad_schema::{Block, Count};

#[derive(Block)]
#[block(heading = "Uitlening", part)]
struct Loan {
    /// Fine.
    ///
    /// nl: Boete.
    #[variable(
        label(nl = "Boete", en = "Fine"), term = "de boete (in klassen)",
        match_quality = none, certainty = phrase, measurement = metric,
    )]
    fine: Option<Count>,
}

fn main() {}
