use crate::prelude::*;

/// Conditions under which an activation allowance was granted.
#[derive(CodeList)]
#[codes(supplied)]
pub enum AwardConditions {}
