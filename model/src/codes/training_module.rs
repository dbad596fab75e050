use crate::prelude::*;

/// Modules of the training programmes.
#[derive(CodeList)]
#[codes(supplied)]
pub enum TrainingModule {}
