use crate::prelude::*;

/// Classes of countries of the current nationality.
///
/// nl: Klassen van landen van de huidige nationaliteit.
#[derive(CodeList)]
#[codes(
    supplied,
    standard = "delivered classes unknown; underlying: NIS three-digit country codes"
)]
pub enum CurrentNationalityClass {}
