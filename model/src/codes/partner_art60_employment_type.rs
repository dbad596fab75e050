use crate::prelude::*;

/// Places of employment of the partner under article 60, § 7.
#[derive(CodeList)]
#[codes(supplied)]
pub enum PartnerArt60EmploymentType {}
