use beraad_schema::{Block, Person, SerialNumber};

#[derive(Block)]
#[block(heading = "Uitlening", part)]
struct Loan {
    /// Number of the reader.
    ///
    /// nl: Nummer van de lezer.
    #[block(
        role = technical, label(nl = "Lezer", en = "Reader"),
        why(nl = "om te koppelen", en = "to link"),
    )]
    reader: SerialNumber<Person>,
}

fn main() {}
