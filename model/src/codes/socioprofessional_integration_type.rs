//! Types of socio-professional integration of the person.

use crate::prelude::*;

/// Institutions involved in the training or integration of the person. Some of the codes up to 2 are known.
///
/// nl: Instellingen die tussenkomen in de opleiding of inschakeling van de persoon. Een deel van de codes tot en met 2
/// is bekend.
#[derive(CodeList)]
#[codes(
    open,
    status = delivered,
    table = "codelists/socioprofessional_integration_type.csv",
    page = "https://www.ksz-bcss.fgov.be/dwh/nl/variabledetail/pod-maatschappelijke-integratie/Variables/type-instelling-die-tussenkomt-in-de-socioprofessionele-integratie-van-de-hoofdbegunstigde-maatschappelijke-integratie.html",
)]
pub enum SocioprofessionalIntegrationType {}
