use beraad_schema::{Subject, describe, subject};

/// Branches of the library.
enum Branch {}

impl Subject for Branch {
    const DESCRIPTION: describe::Subject = subject! { id: "Branch", name: { nl: "filiaal", en: "branch" } };
}

fn main() {}
