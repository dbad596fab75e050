use beraad_schema::{Block, Count};

#[derive(Block)]
#[block(heading = "Uitlening", part)]
struct Loan {
    /// Rank of the loan among those of the reader.
    ///
    /// nl: Rang van de uitlening onder die van de lezer.
    #[block(role = technical, label(nl = "Rang", en = "Rank"))]
    rank: Count,
}

fn main() {}
