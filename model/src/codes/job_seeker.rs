use crate::prelude::*;

/// How the KSZ codes that a person counts as a job seeker.
#[derive(CodeList)]
#[codes(supplied)]
pub enum JobSeeker {}
