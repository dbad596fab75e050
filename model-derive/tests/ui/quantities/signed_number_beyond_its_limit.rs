use beraad_schema::{Block, Signed, quantity};

#[derive(Block)]
#[block(heading = "Loon", part)]
struct Pay {
    /// Pay.
    ///
    /// nl: Loon.
    #[variable(
        label(nl = "Loon", en = "Pay"), term = "het loon",
        match_quality = none, certainty = phrase, measurement = metric,
    )]
    pay: Option<Signed<quantity::Days, -5, 3_000_000_000>>,
}

fn main() {}
