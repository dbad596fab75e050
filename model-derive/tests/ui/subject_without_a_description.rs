use beraad_schema::{Block, SerialNumber};

/// Branches of the library.
enum Branch {}

#[derive(Block)]
#[block(heading = "Uitlening", part)]
struct Loan {
    #[block(role = subject)]
    branch: SerialNumber<Branch>,
}

fn main() {}
