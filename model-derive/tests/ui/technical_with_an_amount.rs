use beraad_schema::currency::Eur;
use beraad_schema::{Amount, Block};

#[derive(Block)]
#[block(heading = "Uitlening", part)]
struct Loan {
    /// Deposit.
    ///
    /// nl: Waarborg.
    #[block(
        role = technical,
        label(nl = "Waarborg", en = "Deposit"),
        why(nl = "de lening vraagt er een", en = "the loan asks for one"),
    )]
    deposit: Amount<Eur>,
}

fn main() {}
