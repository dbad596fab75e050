use crate::prelude::*;

/// Sections in VDAB's classification of training.
///
/// nl: Secties in de indeling van opleidingen van VDAB.
#[derive(CodeList)]
#[codes(supplied, searched)]
pub enum TrainingSection {}
