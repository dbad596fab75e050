use beraad_schema::{Block, Person, SerialNumber};

#[derive(Block)]
#[block(heading = "Uitlening", part)]
struct Loan {
    #[block(role = subjet)]
    person: SerialNumber<Person>,
}

fn main() {}
