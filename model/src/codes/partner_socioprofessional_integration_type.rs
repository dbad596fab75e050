use crate::prelude::*;

/// Institutions that intervene in the training or insertion of the partner.
#[derive(CodeList)]
#[codes(supplied)]
pub enum PartnerSocioprofessionalIntegrationType {}
