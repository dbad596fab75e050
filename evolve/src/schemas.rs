//! The JSON Schemas of kept versions and of reports (feature `schemas`).

use schemars::Schema;
use schemars::generate::SchemaSettings;

use crate::kept::Content;
use crate::report::Report;

/// Returns the JSON Schema (2020-12) of the file of a kept version, in format 1.
#[must_use]
pub fn version_schema() -> Schema {
    let generator = SchemaSettings::draft2020_12().into_generator();
    generator.into_root_schema_for::<Content>()
}

/// Returns the JSON Schema (2020-12) of what `beraad diff --format json` prints: an array of reports.
#[must_use]
pub fn report_schema() -> Schema {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    settings
        .into_generator()
        .into_root_schema_for::<Vec<Report<'static>>>()
}
