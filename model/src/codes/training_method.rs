use crate::prelude::*;

/// Methods in which a training is given.
#[derive(CodeList)]
#[codes(supplied)]
pub enum TrainingMethod {}
