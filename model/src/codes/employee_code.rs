//! Worker codes of the RSZ: the first four, with short labels.

use crate::prelude::*;

/// Worker codes of the quarterly declaration at the RSZ. The codes up to 013 are known.
///
/// nl: Werknemerscodes uit de kwartaalaangifte bij de RSZ. De codes tot en met 013 zijn bekend.
#[derive(CodeList)]
#[codes(
    open,
    status = delivered,
    table = "codelists/employee_code.csv",
    standard = "DmfA structured annex 2 'Werknemerskengetallen - gewone bijdrage' (socialsecurity.be)",
    page = "https://bcss.fgov.be/dwh/nl/variabledetail/rijksdienst-voor-sociale-zekerheid/Variables/werknemerscode-2",
)]
pub enum EmployeeCode {}
