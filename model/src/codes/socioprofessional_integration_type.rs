//! Types of socio-professional integration of the person concerned.

use crate::prelude::*;

/// Institutions that intervene in the training or insertion of the person, known in part up to code 2.
#[derive(CodeList)]
#[codes(
    open,
    status = delivered,
    table = "codelists/socioprofessional_integration_type.csv",
    page = "https://www.ksz-bcss.fgov.be/dwh/nl/variabledetail/pod-maatschappelijke-integratie/Variables/type-instelling-die-tussenkomt-in-de-socioprofessionele-integratie-van-de-hoofdbegunstigde-maatschappelijke-integratie.html",
)]
pub enum SocioprofessionalIntegrationType {}
