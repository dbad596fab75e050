use beraad_schema::Block;

#[derive(Block)]
#[block(heading = "Uitleningen", part)]
struct Loan {}

fn main() {}
