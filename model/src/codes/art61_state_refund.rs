use crate::prelude::*;

/// Classes of the reimbursement by the State for article 61. The boundaries arrive with the delivery.
///
/// nl: Klassen van de terugbetaling door de Staat voor artikel 61. De grenzen komen met de levering.
#[derive(CodeList)]
#[codes(supplied, searched)]
pub enum Art61StateRefund {}
