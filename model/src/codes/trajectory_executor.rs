use crate::prelude::*;

/// Who carries out a trajectory.
#[derive(CodeList)]
#[codes(supplied)]
pub enum TrajectoryExecutor {}
