use crate::prelude::*;

/// Situations in which the participant or the action is.
#[derive(CodeList)]
#[codes(supplied)]
pub enum ActionSituation {}
