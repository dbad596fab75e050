use crate::prelude::*;

/// How the source codes that employment under article 61 was accepted for the partner.
#[derive(CodeList)]
#[codes(supplied)]
pub enum PartnerArt61Accepted {}
