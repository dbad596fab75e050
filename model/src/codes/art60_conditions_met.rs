use crate::prelude::*;

/// Codes that the source uses to indicate that the person meets the conditions of article 60, § 7.
#[derive(CodeList)]
#[codes(supplied)]
pub enum Art60ConditionsMet {}
