//! Contribution codes of workers in the declaration of local government, for reference only.

use crate::prelude::*;

/// Contribution codes of workers in the social declaration of local government (DmfAPPL), for reference only.
///
/// nl: Werknemerskengetallen in de sociale aangifte van de lokale besturen (DmfAPPL), enkel als referentie.
#[derive(CodeList)]
#[codes(
    open,
    status = reference,
    table = "codelists/employee_key_number.csv",
    standard = "DmfAPPL worker numbers (werknemerskengetallen), 2019-3 and 2020-1",
    page = "https://www.socialsecurity.be/employer/instructions/dmfa/nl/2019-3/instructions/fill_in_dmfappl/workerrecord_occupationrecords/workerrecord/employeenumber.html",
)]
pub enum EmployeeKeyNumber {}
