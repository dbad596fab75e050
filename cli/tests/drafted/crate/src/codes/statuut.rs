use beraad_schema::CodeList;

/// nl: Het statuut.
#[derive(CodeList)]
#[codes(supplied)]
pub enum Statuut {}
