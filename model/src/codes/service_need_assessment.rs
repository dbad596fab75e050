use crate::prelude::*;

/// Services that the jobseeker needs in the judgement of the VDAB counsellor.
#[derive(CodeList)]
#[codes(supplied)]
pub enum ServiceNeedAssessment {}
