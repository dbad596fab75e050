use beraad_schema::Block;

#[derive(Block)]
#[block(heading = "Uitlening", part)]
struct Loan {}

fn main() {}
