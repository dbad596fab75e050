use crate::prelude::*;

/// Sex, coded alike for the person and for the reference person of the household.
#[derive(CodeList)]
#[codes(supplied)]
pub enum Sex {}
