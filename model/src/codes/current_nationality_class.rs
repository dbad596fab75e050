use crate::prelude::*;

/// Classes of countries of the current nationality.
#[derive(CodeList)]
#[codes(
    supplied,
    standard = "delivered classes unknown; underlying: NIS three-digit country codes"
)]
pub enum CurrentNationalityClass {}
