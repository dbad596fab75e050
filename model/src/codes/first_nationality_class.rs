use crate::prelude::*;

/// Classes of countries of the first nationality, for the person, the parents and the grandparents.
///
/// nl: Klassen van landen van de eerste nationaliteit, voor de persoon, de ouders en de grootouders.
#[derive(CodeList)]
#[codes(
    supplied,
    searched,
    standard = "delivered classes unknown; underlying: NIS three-digit country codes"
)]
pub enum FirstNationalityClass {}
