use beraad_schema::{Block, Person, SerialNumber};

#[derive(Block)]
#[block(heading = "Uitlening", part)]
struct Loan {
    #[block(role = subject, label(nl = "Lezer", en = "Reader"))]
    reader: SerialNumber<Person>,
}

fn main() {}
