use crate::prelude::*;

/// Classes of the reimbursement by the State for article 61, for the partner. The boundaries arrive with the delivery.
#[derive(CodeList)]
#[codes(supplied)]
pub enum PartnerArt61StateRefund {}
