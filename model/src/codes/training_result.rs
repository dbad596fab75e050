use crate::prelude::*;

/// Outcomes of a training for the trainee.
#[derive(CodeList)]
#[codes(supplied)]
pub enum TrainingResult {}
