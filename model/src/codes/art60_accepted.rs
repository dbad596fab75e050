use crate::prelude::*;

/// Codes that the source uses to indicate that employment under article 60, § 7, was accepted for the person.
///
/// nl: Codes waarmee de bron aanduidt dat een tewerkstelling met toepassing van artikel 60, § 7, voor de persoon is
/// aanvaard.
#[derive(CodeList)]
#[codes(supplied, searched)]
pub enum Art60Accepted {}
