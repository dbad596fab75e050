//! The features that formats of one family carry: they differ in few.

use crate::messages::ProgramText;
use crate::support::Carries::{Carried, Lost, Partly};
use crate::support::Support;

/// The features that a script of a statistical package carries.
pub(crate) const SCRIPT_SUPPORT: Support = Support {
    labels: Carried,
    languages: Partly(ProgramText::of("scripts-languages")),
    definitions: Partly(ProgramText::of("scripts-definitions")),
    phrases: Partly(ProgramText::of("scripts-phrases")),
    value_types: Partly(ProgramText::of("scripts-value-types")),
    certainty: Lost,
    nulls: Partly(ProgramText::of("scripts-nulls")),
    universe: Lost,
    keys: Partly(ProgramText::of("scripts-keys")),
    measurement: Lost,
    units: Lost,
    bounds: Partly(ProgramText::of("json-schema.bounds")),
    codes: Partly(ProgramText::of("scripts-codes")),
    code_periods: Partly(ProgramText::of("scripts-code-periods")),
    missing_codes: Partly(ProgramText::of("scripts-missing-codes")),
    validity: Lost,
    rules: Partly(ProgramText::of("scripts-rules")),
    provenance: Lost,
    evidence: Lost,
    notes: Lost,
    breaks: Lost,
    glossary: Lost,
};

/// The features that a description of CSV files for the web of data carries.
pub(crate) const DESCRIPTION_SUPPORT: Support = Support {
    labels: Carried,
    languages: Carried,
    definitions: Partly(ProgramText::of("archives-definitions")),
    phrases: Partly(ProgramText::of("scripts-phrases")),
    value_types: Partly(ProgramText::of("archives-value-types")),
    certainty: Lost,
    nulls: Partly(ProgramText::of("scripts-nulls")),
    universe: Lost,
    keys: Partly(ProgramText::of("scripts-keys")),
    measurement: Lost,
    units: Lost,
    bounds: Partly(ProgramText::of("json-schema.bounds")),
    codes: Carried,
    code_periods: Carried,
    missing_codes: Carried,
    validity: Lost,
    rules: Lost,
    provenance: Lost,
    evidence: Lost,
    notes: Lost,
    breaks: Lost,
    glossary: Lost,
};
