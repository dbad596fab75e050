//! Acceptance of article 60, § 7, for the partner: not accepted or accepted.

use crate::prelude::*;

/// Flag of the POD MI: employment under article 60, § 7, was accepted for the partner.
///
/// nl: Vlag van de POD MI: een tewerkstelling met toepassing van artikel 60, § 7, is voor de partner aanvaard.
#[derive(CodeList)]
#[codes(
    closed,
    status = delivered,
    complete,
    table = "codelists/partner_art60_accepted.csv",
    page = "https://dwh.ksz-bcss.fgov.be/nl/variabledetail/pod-maatschappelijke-integratie/Variables/artikel-60-ss-7-tewerkstelling-onder-artikel-60-ss-7-aanvaard-voor-de-partner-van-de-hoofdbegunstigde?source=49eb20e1-91ae-366b-b678-b1c2eaf6010d",
)]
pub enum PartnerArt60Accepted {}
