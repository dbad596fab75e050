use beraad_schema::{Block, Count};

#[derive(Block)]
#[block(heading = "Uitlening", part)]
struct Loan {
    #[block(role = subject)]
    person: Count,
}

fn main() {}
