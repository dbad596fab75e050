use beraad_schema::CodeList;

/// nl: De zeer lange omschrijving van het werk waarover de lezer en de bibliotheek het eens werden bij de uitlening.
#[derive(CodeList)]
#[codes(supplied)]
pub enum ZeerLangeOmschrijvingVanHetWerkWaarover {}
