use crate::prelude::*;

/// Methods by which a training is given.
///
/// nl: Leervormen waarin een opleiding wordt gegeven.
#[derive(CodeList)]
#[codes(supplied, searched)]
pub enum TrainingMethod {}
