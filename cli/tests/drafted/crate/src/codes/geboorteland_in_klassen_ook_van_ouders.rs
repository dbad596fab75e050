use beraad_schema::CodeList;

/// nl: Het geboorteland (in klassen, ook van ouders).
#[derive(CodeList)]
#[codes(supplied)]
pub enum GeboortelandInKlassenOokVanOuders {}
