use crate::prelude::*;

/// Classes of countries of birth, for the person, the parents and the grandparents.
///
/// nl: Klassen van geboortelanden, voor de persoon, de ouders en de grootouders.
#[derive(CodeList)]
#[codes(
    supplied,
    searched,
    standard = "delivered classes unknown; underlying: NIS three-digit country codes"
)]
pub enum BirthCountryClass {}
