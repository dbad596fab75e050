//! Worker classes of the RSZ.

use crate::prelude::*;

/// Classes of worker codes at the RSZ.
///
/// nl: Klassen van werknemerscodes bij de RSZ.
#[derive(CodeList)]
#[codes(
    open,
    status = delivered,
    complete,
    table = "codelists/employee_class.csv",
    page = "https://www.ksz-bcss.fgov.be/nl/dwh/variabledetail/rijksdienst-voor-sociale-zekerheid/Variables/werknemersklasse-1.html",
)]
pub enum EmployeeClass {}
