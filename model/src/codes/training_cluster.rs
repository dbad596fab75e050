use crate::prelude::*;

/// Clusters in VDAB's classification of training.
#[derive(CodeList)]
#[codes(supplied)]
pub enum TrainingCluster {}
