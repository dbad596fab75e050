use crate::prelude::*;

/// Classes of company size.
///
/// nl: Klassen van bedrijfsgrootte.
#[derive(CodeList)]
#[codes(supplied, searched)]
pub enum CompanySize {}
