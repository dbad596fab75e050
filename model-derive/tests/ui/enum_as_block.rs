use beraad_schema::Block;

#[derive(Block, Clone)]
#[block(heading = "Uitlening")]
enum Loan {}

fn main() {}
