use beraad_schema::CodeList;

/// nl: Het bedrag van de boete (in klassen).
#[derive(CodeList)]
#[codes(supplied)]
pub enum BedragVanDeBoeteInKlassen {}
