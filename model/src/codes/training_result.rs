use crate::prelude::*;

/// Outcomes of a training for the trainee.
///
/// nl: Uitkomsten van een opleiding voor de cursist.
#[derive(CodeList)]
#[codes(supplied, searched)]
pub enum TrainingResult {}
