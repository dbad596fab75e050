use crate::prelude::*;

/// Key numbers of workers in the social declaration.
///
/// nl: Werknemerskengetallen in de sociale aangifte.
#[derive(CodeList)]
#[codes(
    supplied,
    standard = "DmfA/DmfAPPL worker code annex",
    page = "https://www.socialsecurity.be/employer/instructions/dmfappl/nl/latest/instructions/fill_in_dmfa/workerrecord_occupationrecords/occupationrecord/apprentices.html"
)]
pub enum EmployeeKeyNumber {}
