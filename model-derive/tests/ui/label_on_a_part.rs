use beraad_schema::Block;

#[derive(Block)]
#[block(heading = "Uitlening", part, label(nl = "Uitlening", en = "Loan"))]
struct Loan {}

fn main() {}
