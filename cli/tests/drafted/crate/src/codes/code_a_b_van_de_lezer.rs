use beraad_schema::CodeList;

/// nl: De code "A/B" van de lezer.
#[derive(CodeList)]
#[codes(supplied)]
pub enum CodeABVanDeLezer {}
