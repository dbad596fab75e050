use crate::prelude::*;

/// Sexes, with the same codes for the person and for the reference person of the household.
///
/// nl: Geslachten, met dezelfde codes voor de persoon en voor de referentiepersoon van het gezin.
#[derive(CodeList)]
#[codes(supplied, searched)]
pub enum Sex {}
