use crate::prelude::*;

/// Places of employment of the partner under article 60, § 7.
///
/// nl: Plaatsen van tewerkstelling van de partner met toepassing van artikel 60, § 7.
#[derive(CodeList)]
#[codes(supplied, searched)]
pub enum PartnerArt60EmploymentType {}
