use crate::prelude::*;

/// Work regimes (time arrangements of the work) that a jobseeker can want.
///
/// nl: Arbeidsregimes (tijdsregelingen van het werk) die een werkzoekende kan wensen.
#[derive(CodeList)]
#[codes(supplied, searched)]
pub enum DesiredWorkRegime {}
