use crate::prelude::*;

/// States of an enrolment or participation in a training.
#[derive(CodeList)]
#[codes(supplied)]
pub enum TrainingState {}
