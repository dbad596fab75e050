//! The JSON Schemas of a report, a comparison and the receipt of a conversion (feature `schemas`).

use schemars::Schema;
use schemars::generate::SchemaSettings;

use crate::comparison::Comparison;
use crate::convert::ConversionReceipt;
use crate::report::Report;

/// Returns the JSON Schema (2020-12) of a [`Report`] in format 1, which `beraad check` writes as `report.json`.
#[must_use]
pub fn report_schema() -> Schema {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    settings.into_generator().into_root_schema_for::<Report>()
}

/// Returns the JSON Schema (2020-12) of a [`Comparison`] in format 1, which `beraad check --against` writes as `comparison.json`.
#[must_use]
pub fn comparison_schema() -> Schema {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    settings
        .into_generator()
        .into_root_schema_for::<Comparison>()
}

/// Returns the JSON Schema (2020-12) of a [`ConversionReceipt`] in format 1, which `beraad convert` writes as `receipt.json`.
#[must_use]
pub fn receipt_schema() -> Schema {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    settings
        .into_generator()
        .into_root_schema_for::<ConversionReceipt>()
}
