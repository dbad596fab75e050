use beraad_schema::{Amount, Block, Currency};

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
    pay: Option<Amount<Euros, 0, 100>>,
}


#[derive(Debug)]
enum Euros {}

impl Currency for Euros {
    const CODE: &'static str = "euro";
    const DECIMALS: u8 = 2;
}

fn main() {}
