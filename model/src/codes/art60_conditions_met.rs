use crate::prelude::*;

/// How the source codes that the person meets the conditions of article 60, § 7.
#[derive(CodeList)]
#[codes(supplied)]
pub enum Art60ConditionsMet {}
