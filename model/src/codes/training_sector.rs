use crate::prelude::*;

/// Sectors in VDAB's classification of training.
///
/// nl: Sectoren in de indeling van opleidingen van VDAB.
#[derive(CodeList)]
#[codes(supplied, searched)]
pub enum TrainingSector {}
