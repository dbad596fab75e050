use beraad_schema::{Block, Person, SerialNumber};

#[derive(Block)]
#[block(heading = "Uitlening", part)]
struct Loan {
    #[block(prefix = "other_")]
    other: SerialNumber<Person>,
}

fn main() {}
