use crate::prelude::*;

/// Work regimes (time arrangements of the work) that a jobseeker can want.
#[derive(CodeList)]
#[codes(supplied)]
pub enum DesiredWorkRegime {}
