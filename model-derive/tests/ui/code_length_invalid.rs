use beraad_schema::CodeList;

/// Establishments.
#[derive(CodeList)]
#[codes(supplied, length = 140)]
enum Establishment {}

fn main() {}
