use crate::prelude::*;

/// Working schedules under article 60, § 7.
///
/// nl: Uurroosters met toepassing van artikel 60, § 7.
#[derive(CodeList)]
#[codes(supplied, searched)]
pub enum Art60WorkSchedule {}
