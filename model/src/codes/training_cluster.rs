use crate::prelude::*;

/// Clusters in VDAB's classification of training.
///
/// nl: Clusters in de indeling van opleidingen van VDAB.
#[derive(CodeList)]
#[codes(supplied, searched)]
pub enum TrainingCluster {}
