use crate::prelude::*;

/// Codes that the source uses to indicate that employment under article 61 was accepted for the partner.
///
/// nl: Codes waarmee de bron aanduidt dat een tewerkstelling met toepassing van artikel 61 voor de partner is aanvaard.
#[derive(CodeList)]
#[codes(supplied, searched)]
pub enum PartnerArt61Accepted {}
