use beraad_schema::currency::Eur;
use beraad_schema::{Amount, Block};

#[derive(Block)]
#[block(heading = "Uitlening", part)]
struct Pay {
    /// Pay.
    ///
    /// nl: Loon.
    #[variable(
        label(nl = "Loon", en = "Pay"), term = "het aantal boeken",
        match_quality = none, certainty = phrase, measurement = metric,
    )]
    pay: Option<Amount<Eur>>,
}

fn main() {}
