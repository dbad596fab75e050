use beraad_schema::Block;

#[derive(Block)]
#[block(part)]
struct Loan {}

fn main() {}
