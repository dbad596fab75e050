//! The decision in `deliberation.toml` as Rust types: each kind of row that it authorises is a struct.
//!
//! `deliberation!` builds the model from the structs. The compiler checks them against `deliberation.toml`: every phrase has a
//! variable, and every variable has a phrase.
//!
//! ```
//! let model = @@crate@@::model();
//! assert_eq!(model.deliberation.number, @@number-rust@@);
//! ```
#![forbid(unsafe_code)]

use beraad_schema::{Block, Count, SerialNumber, Subject, Year, deliberation, describe, subject};

@@own-person@@
@@docs: the definition of a row@@
#[derive(Block, Clone, Debug, PartialEq, Eq, Hash)]
#[block(
    heading = "TODO: title",
    label(@@attribute: name of the block@@),
    row_unit(@@attribute: one person in one year@@),
    analysis_unit(@@attribute: person@@),
    temporality = accumulated,
    key(person, year),
)]
pub struct Example {
    /// The person.
    #[block(role = subject)]
    pub person: SerialNumber<Person>,
    /// The year.
    #[block(role = observation_period)]
    pub year: Year,

    @@docs: the definition of the variable@@
    #[variable(
        label(@@attribute: name of the variable@@),
        term = "TODO: phrase",
        match_quality = none,
        certainty = assumed,
        measurement = metric,
        null(@@attribute: the meaning of a missing value@@),
    )]
    pub example_count: Option<Count>,
}

deliberation! {
    version = "0.1.0",
    blocks = [Example],
}
