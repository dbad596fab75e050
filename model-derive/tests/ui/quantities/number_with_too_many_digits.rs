use beraad_schema::{Block, Ratio};

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
    pay: Option<Ratio<0, 1_000_000, 9>>,
}

fn main() {}
