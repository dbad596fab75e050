use crate::prelude::*;

/// First half of the social status of a person insured with a sickness fund (CT1).
///
/// nl: Eerste helft van het sociaal statuut van een verzekerde bij een ziekenfonds (CT1).
#[derive(CodeList)]
#[codes(supplied)]
pub enum FirstEntitledCode {}
