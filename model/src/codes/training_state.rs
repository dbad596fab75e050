use crate::prelude::*;

/// States of an enrolment or participation in a training.
///
/// nl: Toestanden van een inschrijving voor of deelname aan een opleiding.
#[derive(CodeList)]
#[codes(supplied, searched)]
pub enum TrainingState {}
