//! Codes of the first entitled person at the health insurance funds (CT1).

use crate::prelude::*;

/// First half of the social status of a person insured with a health insurance fund (CT1).
///
/// nl: Eerste helft van het sociaal statuut van een verzekerde bij een ziekenfonds (CT1).
#[derive(CodeList)]
#[codes(
    open,
    status = delivered,
    complete,
    table = "codelists/first_entitled_code.csv",
    page = "https://www.ksz-bcss.fgov.be/nl/dwh/variabledetail/nationaal-intermutualistisch-college/Variables/code-gerechtigde-1.html?filter=themes&institution=&sources=&themes=53",
)]
pub enum FirstEntitledCode {}
