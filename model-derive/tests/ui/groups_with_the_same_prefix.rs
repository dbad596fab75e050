use beraad_schema::{Block, YearQuarter};

#[derive(Block, Clone)]
/// Career of one pupil.
///
/// nl: Loopbaan van één leerling.
#[block(
    heading = "Schoolloopbaan",
    label(nl = "Schoolloopbaan", en = "School career"),
    row_unit(nl = "één leerling", en = "one pupil"),
    analysis_unit(nl = "leerling", en = "pupil"),
    temporality = event,
    no_known_key(nl = "niet bekend", en = "not known"),
)]
struct Career {
    #[block(prefix = "parent_", relative = "ouder")]
    first: Enrolment,
    #[block(prefix = "parent_", relative = "ouder")]
    second: Enrolment,
}

#[derive(Block, Clone)]
#[block(heading = "Schoolloopbaan", part)]
struct Enrolment {
    /// Quarter of enrolment.
    ///
    /// nl: Kwartaal van inschrijving.
    #[variable(
        label(nl = "Inschrijving", en = "Enrolment"), term = "de datum van inschrijving",
        match_quality = none, certainty = phrase, measurement = metric,
    )]
    enrolled: YearQuarter,
}

fn main() {}
