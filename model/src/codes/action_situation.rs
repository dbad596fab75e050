use crate::prelude::*;

/// Situations in which the participant or the action is.
///
/// nl: Situaties waarin de deelnemer of de actie zich bevindt.
#[derive(CodeList)]
#[codes(supplied, searched)]
pub enum ActionSituation {}
