use crate::prelude::*;

/// Institutions involved in the training or integration of the partner.
#[derive(CodeList)]
#[codes(supplied)]
pub enum PartnerSocioprofessionalIntegrationType {}
