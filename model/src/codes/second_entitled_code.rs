//! Codes of the second entitled person at the health insurance funds (CT2).

use crate::prelude::*;

/// Second half of the social status of a person insured with a health insurance fund (CT2).
///
/// nl: Tweede helft van het sociaal statuut van een verzekerde bij een ziekenfonds (CT2).
#[derive(CodeList)]
#[codes(
    open,
    status = delivered,
    table = "codelists/second_entitled_code.csv",
    page = "https://www.ksz-bcss.fgov.be/dwh/nl/variabledetail/nationaal-intermutualistisch-college/Variables/code-gerechtigde-2?themes=8e1faf6e-dd30-9f4f-6116-a10ef0312e59",
)]
pub enum SecondEntitledCode {}
