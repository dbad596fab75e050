use crate::prelude::*;

/// States of an action in the VDAB system.
#[derive(CodeList)]
#[codes(supplied)]
pub enum ActionState {}
