use crate::prelude::*;

/// Codes that the source uses to indicate that the partner meets the conditions of article 60, § 7.
///
/// nl: Codes waarmee de bron aanduidt dat de partner de voorwaarden van artikel 60, § 7, vervult.
#[derive(CodeList)]
#[codes(supplied, searched)]
pub enum PartnerArt60ConditionsMet {}
