use beraad_schema::{Block, Person, SerialNumber};

#[derive(Block)]
#[block(heading = "Uitlening", part)]
struct Loan {
    #[block(role = subject, prefix = "the_")]
    person: SerialNumber<Person>,
}

fn main() {}
