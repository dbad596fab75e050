use beraad_schema::CodeList;

/// nl: De soort.
#[derive(CodeList)]
#[codes(supplied)]
pub enum Soort {}
