use beraad_schema::Block;

#[derive(Block)]
#[block(heading = "Uitlening", part = true)]
struct Loan {}

fn main() {}
