use beraad_schema::currency::Eur;
use beraad_schema::{Amount, Block};

#[derive(Block)]
#[block(heading = "Loon", part)]
struct Pay {
    /// Pay.
    ///
    /// nl: Loon.
    #[variable(
        label(nl = "Loon", en = "Pay"), term = "de toelage (in klassen)",
        match_quality = none, certainty = phrase, measurement = metric,
    )]
    pay: Option<Amount<Eur>>,
}

fn main() {}
