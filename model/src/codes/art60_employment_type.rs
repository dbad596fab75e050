//! Places of employment of the person under article 60, § 7.

use crate::prelude::*;

/// Places of employment under article 60, § 7. Some of the codes up to 15 are known.
///
/// nl: Plaatsen van tewerkstelling met toepassing van artikel 60, § 7. Een deel van de codes tot en met 15 is bekend.
#[derive(CodeList)]
#[codes(
    open,
    status = delivered,
    table = "codelists/art60_employment_type.csv",
    page = "https://www.ksz-bcss.fgov.be/dwh/nl/variabledetail/pod-maatschappelijke-integratie/Variables/artikel-60-ss-7-plaats-van-tewerkstelling-van-de-hoofdbegunstigde?themes=c7593bda-fd74-0903-5c40-04c5b28929b7",
)]
pub enum Art60EmploymentType {}
