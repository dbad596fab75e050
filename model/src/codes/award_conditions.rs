use crate::prelude::*;

/// Conditions under which an activation allowance was granted.
///
/// nl: Voorwaarden waaronder een activeringsuitkering werd toegekend.
#[derive(CodeList)]
#[codes(supplied, searched)]
pub enum AwardConditions {}
