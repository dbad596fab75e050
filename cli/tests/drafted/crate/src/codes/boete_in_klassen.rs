use beraad_schema::CodeList;

/// nl: De boete (in klassen).
#[derive(CodeList)]
#[codes(supplied)]
pub enum BoeteInKlassen {}
