//! NACE codes of employers: the 88 divisions from 2008 on.

use crate::prelude::*;

/// Divisions of NACE Rev. 2, the base of NACE-BEL 2008, for reference only. It is not known how many digits were delivered for the employer.
///
/// nl: Afdelingen van NACE Rev. 2, de basis van NACE-BEL 2008, enkel als referentie. Hoeveel cijfers voor de werkgever geleverd
/// zijn, is niet bekend.
#[derive(CodeList)]
#[codes(
    open,
    status = reference,
    table = "codelists/employer_nace_code.csv",
    standard = "NACE Rev. 2 (Regulation (EC) No 1893/2006), the base of NACE-BEL 2008 (from 2008); NACE-BEL 2003 (to 2007) is not listed",
    page = "https://www.socialsecurity.be/employer/instructions/dmfa/nl/2019-2/instructions/fill_in_dmfa/dmfa_fillinrules/statisticalinformation/nacebelcodes.html",
)]
pub enum EmployerNaceCode {}
