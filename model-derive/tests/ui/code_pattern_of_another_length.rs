use beraad_schema::CodeList;

/// Diagnoses.
///
/// nl: Diagnoses.
#[derive(CodeList)]
#[codes(supplied, length = "3..=5", pattern = "[A-Z][0-9]{5}")]
enum Diagnosis {}

fn main() {}
