use crate::prelude::*;

/// Classes of the reimbursement by the State for article 61. The boundaries arrive with the delivery.
#[derive(CodeList)]
#[codes(supplied)]
pub enum Art61StateRefund {}
