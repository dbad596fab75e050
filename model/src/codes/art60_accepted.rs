use crate::prelude::*;

/// Codes that the source uses to indicate that employment under article 60, § 7, was accepted for the person.
#[derive(CodeList)]
#[codes(supplied)]
pub enum Art60Accepted {}
