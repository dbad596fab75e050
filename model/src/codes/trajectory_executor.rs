use crate::prelude::*;

/// Parties that carry out a trajectory.
///
/// nl: Partijen die een traject uitvoeren.
#[derive(CodeList)]
#[codes(supplied, searched)]
pub enum TrajectoryExecutor {}
