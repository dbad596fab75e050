//! Parts that the formats of statistical packages share: labelled numbers for codes, and limits of texts.
//!
//! A package labels numbers, and our codes are texts. So a column of codes gets a companion with numbers and labels. The label of a
//! code may belong to a period: then there is a companion for each period in which the labels do not change.

mod text;
mod aliases;
mod archives;
mod companions;
mod distinct;
mod files;
mod flags;
mod limits;
mod header;
mod rules;
mod support;

pub(crate) use self::aliases::aliases;
pub(crate) use self::archives::{
    certain_label, distinct_providers, literal_pattern, purpose_and_retention, slug,
};
pub(crate) use self::companions::{Companion, LabelledCode, companions, missing_codes};
pub(crate) use self::distinct::distinct_labels;
pub(crate) use self::files::files;
pub(crate) use self::flags::{flag_labels, flag_texts};
pub(crate) use self::header::{header, source};
pub(crate) use self::limits::{Limits, ReadAs, limits, not_converted, period_pattern, read_as};
pub(crate) use self::rules::{rules_of, translated, violation, windows};
pub(crate) use self::support::{DESCRIPTION_SUPPORT, SCRIPT_SUPPORT};
pub(crate) use self::text::cut;
