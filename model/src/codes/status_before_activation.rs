use crate::prelude::*;

/// Statuses of an unemployed person before activation.
///
/// nl: Statuten van een werkloze vóór activering.
#[derive(CodeList)]
#[codes(supplied, searched)]
pub enum StatusBeforeActivation {}
