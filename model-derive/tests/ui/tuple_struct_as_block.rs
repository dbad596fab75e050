use beraad_schema::{Block, Count};

#[derive(Block, Clone)]
#[block(heading = "Uitlening", part)]
struct Loan(Count);

fn main() {}
