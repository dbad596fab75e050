use crate::prelude::*;

/// Which services the jobseeker needs, as judged by the VDAB counsellor.
#[derive(CodeList)]
#[codes(supplied)]
pub enum ServiceNeedAssessment {}
