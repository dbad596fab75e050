use crate::prelude::*;

/// Services that the jobseeker needs in the judgement of the VDAB counsellor.
///
/// nl: Dienstverlening die de werkzoekende nodig heeft volgens het oordeel van de VDAB-bemiddelaar.
#[derive(CodeList)]
#[codes(supplied, searched)]
pub enum ServiceNeedAssessment {}
