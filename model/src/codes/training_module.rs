use crate::prelude::*;

/// Modules of the training programmes.
///
/// nl: Modules van de opleidingsprogramma's.
#[derive(CodeList)]
#[codes(supplied, searched)]
pub enum TrainingModule {}
