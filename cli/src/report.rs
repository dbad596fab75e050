//! The findings of `diff` in forms for programs that show them in their own way.

mod github;
mod markdown;
mod sarif;

pub(crate) use self::github::github;
pub(crate) use self::markdown::markdown;
pub(crate) use self::sarif::sarif;

use beraad_evolve::{Finding, Section};

use crate::source_place::{Place, RustSource};

/// Returns the place of what a finding is about in the Rust source, if it is known.
fn place(finding: &Finding, source: &RustSource) -> Option<Place> {
    match &finding.section {
        Section::Block(id) => {
            let column = finding.place.split(',').next();
            let column = column.and_then(|place| place.split_once('.'));
            source.place(id, column.map(|(_, column)| column))
        }
        Section::CodeList(id) => source.place(id, None),
        Section::Decision | Section::Model => None,
    }
}
