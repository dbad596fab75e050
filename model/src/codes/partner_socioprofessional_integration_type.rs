use crate::prelude::*;

/// Institutions involved in the training or integration of the partner.
///
/// nl: Instellingen die tussenkomen in de opleiding of inschakeling van de partner.
#[derive(CodeList)]
#[codes(supplied, searched)]
pub enum PartnerSocioprofessionalIntegrationType {}
