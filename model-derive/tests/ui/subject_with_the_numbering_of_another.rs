use beraad_schema::{Block, Employer, Person, SerialNumber};

#[derive(Block)]
#[block(heading = "Uitlening", part)]
struct Loan {
    #[block(role = subject)]
    reader: SerialNumber<Person>,

    #[block(role = subject)]
    employer: SerialNumber<Employer>,

    #[block(role = subject)]
    companion: SerialNumber<Person>,
}

fn main() {}
