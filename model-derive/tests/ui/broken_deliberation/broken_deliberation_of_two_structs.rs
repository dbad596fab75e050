use beraad_schema::Block;

#[derive(Block)]
#[block(heading = "Uitlening", part)]
struct Loan {}

#[derive(Block)]
#[block(heading = "Uitlening", part)]
struct Visit {}

fn main() {}
