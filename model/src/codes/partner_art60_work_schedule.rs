use crate::prelude::*;

/// Working schedules of the partner under article 60, § 7.
///
/// nl: Uurroosters van de partner met toepassing van artikel 60, § 7.
#[derive(CodeList)]
#[codes(supplied, searched)]
pub enum PartnerArt60WorkSchedule {}
