use crate::prelude::*;

/// Relations of the recipient of child benefit to the person who opens the right.
#[derive(CodeList)]
#[codes(supplied)]
pub enum RecipientToBeneficiaryRelation {}
