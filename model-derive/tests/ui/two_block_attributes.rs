use beraad_schema::Block;

#[derive(Block)]
#[block(heading = "Uitlening", part)]
#[block(id = "borrowing")]
struct Loan {}

fn main() {}
