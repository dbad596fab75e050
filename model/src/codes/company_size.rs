use crate::prelude::*;

/// Classes of company size.
///
/// nl: Klassen van bedrijfsgrootte.
#[derive(CodeList)]
#[codes(supplied)]
pub enum CompanySize {}
