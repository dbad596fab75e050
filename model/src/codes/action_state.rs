use crate::prelude::*;

/// States of an action in the VDAB system.
///
/// nl: Toestanden van een actie in het VDAB-systeem.
#[derive(CodeList)]
#[codes(supplied, searched)]
pub enum ActionState {}
