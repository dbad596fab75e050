use crate::prelude::*;

/// Codes that the KSZ uses for an unemployment benefit combined with a self-employed status.
#[derive(CodeList)]
#[codes(supplied)]
pub enum BenefitAndSelfEmployment {}
