use beraad_schema::Block;

#[derive(Block, Clone)]
struct Loan {}

fn main() {}
