use crate::prelude::*;

/// Ways in which an unemployed person was selected for follow-up or exclusion.
///
/// nl: Manieren waarop een werkloze voor een opvolging of uitsluiting geselecteerd werd.
#[derive(CodeList)]
#[codes(supplied, searched)]
pub enum SelectionMethod {}
