use beraad_schema::{Block, Count};

#[derive(Block)]
#[block(heading = "Uitlening", part)]
struct Loan {
    /// Reader.
    ///
    /// nl: Lezer.
    #[variable(
        label(nl = "Lezer", en = "Reader"), term = "het identificatienummer van de lezer",
        match_quality = none, certainty = phrase, measurement = identifier,
    )]
    reader: Count,
}

fn main() {}
