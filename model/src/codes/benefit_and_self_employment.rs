use crate::prelude::*;

/// How the KSZ codes an unemployment benefit combined with a self-employed status.
#[derive(CodeList)]
#[codes(supplied)]
pub enum BenefitAndSelfEmployment {}
