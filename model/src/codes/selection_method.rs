use crate::prelude::*;

/// Ways in which an unemployed person was selected for follow-up or exclusion.
#[derive(CodeList)]
#[codes(supplied)]
pub enum SelectionMethod {}
