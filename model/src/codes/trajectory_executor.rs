use crate::prelude::*;

/// Parties that carry out a trajectory.
#[derive(CodeList)]
#[codes(supplied)]
pub enum TrajectoryExecutor {}
