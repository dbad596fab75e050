use beraad_schema::{Block, Count};

#[derive(Block)]
#[block(heading = "Schoolloopbaan", part)]
struct Loan {
    /// Languages at home.
    ///
    /// nl: Thuistalen.
    #[variable(
        label(nl = "Thuistalen", en = "Languages at home"), term = "de thuistaal",
        match_quality = none, certainty = phrase, measurement = metric,
        relative = "groot-ouder",
    )]
    languages: Count,
}

fn main() {}
