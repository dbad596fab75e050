use crate::prelude::*;

/// Codes that the KSZ uses to indicate that a person counts as a jobseeker.
#[derive(CodeList)]
#[codes(supplied)]
pub enum JobSeeker {}
