//! The codebook: its content as a document in one language, and the renderers of that document.
//!
//! The content is written once, in [`content`]; each renderer shows the whole document and adds no fact of its own.

mod document;
mod content;
mod html;
mod markdown;
pub mod terminal;

pub(crate) use self::content::document;
#[cfg(test)]
pub(crate) use self::content::word_ids;
pub(crate) use self::html::html;
pub(crate) use self::markdown::{Page, markdown};
use crate::messages::ProgramText;
use crate::support::Carries::{Carried, Partly};
use crate::support::Support;

/// The features that the codebook carries, in every format that shows the whole document.
pub(crate) const SUPPORT: Support = Support {
    labels: Carried,
    languages: Partly(ProgramText::of("codebook-languages")),
    definitions: Carried,
    phrases: Carried,
    value_types: Carried,
    certainty: Carried,
    nulls: Carried,
    universe: Carried,
    keys: Carried,
    measurement: Carried,
    units: Carried,
    bounds: Carried,
    codes: Carried,
    code_periods: Carried,
    missing_codes: Carried,
    validity: Carried,
    rules: Carried,
    provenance: Carried,
    evidence: Carried,
    notes: Carried,
    breaks: Carried,
    glossary: Carried,
};

#[cfg(test)]
mod tests {
    use beraad_schema::describe::Language;

    use super::*;
    use crate::format::{Options, Selection};
    use crate::formats::FORMATS;
    use crate::testing::small_model;

    #[test]
    fn french_codebook() {
        let model = small_model();
        let selection = Selection::new(&model, &Options::new(FORMATS)).expect("all blocks");
        let document = document(&selection, Language::FR);
        let pages: Vec<_> = markdown(&document)
            .into_iter()
            .map(|page| page.text)
            .collect();
        insta::assert_snapshot!(pages.join("\n"));
    }
}
