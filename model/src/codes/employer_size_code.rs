//! Size classes of employers at the RSZ.

use crate::prelude::*;

/// Classes of employers by number of jobs.
///
/// nl: Klassen van werkgevers volgens hun aantal arbeidsplaatsen.
#[derive(CodeList)]
#[codes(
    open,
    status = delivered,
    complete,
    table = "codelists/employer_size_code.csv",
    page = "https://www.bcss.fgov.be/dwh/nl/variabledetail/rijksdienst-voor-sociale-zekerheid/Variables/belangrijkheidscode-3",
)]
pub enum EmployerSizeCode {}
