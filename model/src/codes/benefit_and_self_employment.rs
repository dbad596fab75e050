use crate::prelude::*;

/// Codes that the KSZ uses for an unemployment benefit combined with a self-employed status.
///
/// nl: Codes die de KSZ gebruikt voor een werkloosheidsuitkering samen met een statuut van zelfstandige.
#[derive(CodeList)]
#[codes(supplied, searched)]
pub enum BenefitAndSelfEmployment {}
