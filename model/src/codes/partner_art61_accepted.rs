use crate::prelude::*;

/// Codes that the source uses to indicate that employment under article 61 was accepted for the partner.
#[derive(CodeList)]
#[codes(supplied)]
pub enum PartnerArt61Accepted {}
