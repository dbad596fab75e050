use beraad_schema::CodeList;

/// Diagnoses.
///
/// nl: Diagnoses.
#[derive(CodeList)]
#[codes(supplied, pattern = "[A-Z][0-9]+")]
enum Diagnosis {}

fn main() {}
