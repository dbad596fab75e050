use beraad_schema::CodeList;

/// Establishments.
///
/// nl: Vestigingen.
#[derive(CodeList)]
#[codes(supplied, length = 140)]
enum Establishment {}

fn main() {}
