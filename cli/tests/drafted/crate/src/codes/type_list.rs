use beraad_schema::CodeList;

/// nl: Het type.
#[derive(CodeList)]
#[codes(supplied)]
pub enum TypeList {}
