use crate::prelude::*;

/// Methods by which a training is given.
#[derive(CodeList)]
#[codes(supplied)]
pub enum TrainingMethod {}
