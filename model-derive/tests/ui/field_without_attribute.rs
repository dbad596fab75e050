use beraad_schema::{Block, Count};

#[derive(Block)]
#[block(heading = "Uitlening", part)]
struct Loan {
    /// Colour of the cover.
    ///
    /// nl: Kleur van de kaft.
    colour: Count,
}

fn main() {}
