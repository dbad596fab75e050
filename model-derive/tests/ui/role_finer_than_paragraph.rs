use beraad_model_derive::Block;
use beraad_schema::{YearMonth, YearQuarter};

/// One loan of one reader.
///
/// nl: Eén uitlening van één lezer.
#[derive(Block, Clone, Debug, PartialEq)]
#[block(
    heading = "Schoolloopbaan",
    label(nl = "Uitlening", en = "Loan"),
    row(nl = "één uitlening", en = "one loan"),
    unit_type(nl = "uitlening", en = "loan"),
    temporality = event,
    no_known_key(nl = "een lezer leent vaak", en = "a reader borrows often"),
)]
pub struct Loan {
    #[block(role = observation_period)]
    pub month: YearMonth,

    /// Enrolment.
    ///
    /// nl: Inschrijving.
    #[variable(
        label(nl = "Inschrijving", en = "Enrolment"),
        term = "de datum van inschrijving",
        matched = none,
        certainty = phrase,
        level = metric,
    )]
    pub enrolment: YearQuarter,
}

fn main() {}
