use crate::prelude::*;

/// Sectors in VDAB's classification of training.
#[derive(CodeList)]
#[codes(supplied)]
pub enum TrainingSector {}
