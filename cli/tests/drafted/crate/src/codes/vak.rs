use beraad_schema::CodeList;

/// nl: Vak.
#[derive(CodeList)]
#[codes(supplied)]
pub enum Vak {}
