use crate::prelude::*;

/// Sexes, with the same codes for the person and for the reference person of the household.
#[derive(CodeList)]
#[codes(supplied)]
pub enum Sex {}
