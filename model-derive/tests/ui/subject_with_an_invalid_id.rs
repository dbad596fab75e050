use beraad_schema::{Block, SerialNumber, Subject, describe, subject};

/// Branches of the library.
enum Branch {}

impl Subject for Branch {
    const DESCRIPTION: describe::Subject = subject! { id: "Branch", name: { nl: "filiaal", en: "branch" } };
}

#[derive(Block)]
#[block(heading = "Uitlening", part)]
struct Loan {
    #[block(role = subject)]
    branch: SerialNumber<Branch>,
}

fn main() {}
