//! Worker classes of the RSZ.

use crate::prelude::*;

/// The four classes in which the RSZ groups its worker codes.
#[derive(CodeList)]
#[codes(
    open,
    status = delivered,
    complete,
    table = "codelists/employee_class.csv",
    page = "https://www.ksz-bcss.fgov.be/nl/dwh/variabledetail/rijksdienst-voor-sociale-zekerheid/Variables/werknemersklasse-1.html",
)]
pub enum EmployeeClass {}
