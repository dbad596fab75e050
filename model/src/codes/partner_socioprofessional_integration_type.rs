use crate::prelude::*;

/// Institutions that intervene in the training or insertion of the partner.
///
/// nl: Instellingen die tussenkomen in de opleiding of inschakeling van de partner.
#[derive(CodeList)]
#[codes(supplied)]
pub enum PartnerSocioprofessionalIntegrationType {}
