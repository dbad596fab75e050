use crate::prelude::*;

/// Sections in VDAB's classification of training.
#[derive(CodeList)]
#[codes(supplied)]
pub enum TrainingSection {}
