use beraad_schema::{Block, Person, SerialNumber};

#[derive(Block)]
#[block(heading = "Uitlening", part)]
struct Loan {
    #[block(role = subject, certainty = assumed)]
    reader: SerialNumber<Person>,
}

fn main() {}
