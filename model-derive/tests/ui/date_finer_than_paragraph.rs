use beraad_schema::{Block, YearMonth};

#[derive(Block)]
#[block(heading = "Schoolloopbaan", part)]
struct Loan {
    /// Enrolment.
    ///
    /// nl: Inschrijving.
    #[variable(
        label(nl = "Inschrijving", en = "Enrolment"), term = "de datum van inschrijving",
        match_quality = none, certainty = phrase, measurement = metric,
    )]
    enrolment: Option<YearMonth>,
}

fn main() {}
