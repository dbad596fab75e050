use beraad_schema::CodeList;

/// nl: Afdeling.
#[derive(CodeList)]
#[codes(supplied)]
pub enum Afdeling {}
