use crate::prelude::*;

/// Relations of the recipient of child benefit to the person who opens the right.
///
/// nl: Relaties van de bijslagtrekkende tot de persoon die het recht opent.
#[derive(CodeList)]
#[codes(supplied, searched)]
pub enum RecipientToBeneficiaryRelation {}
