//! The content of the codebook: one function for each part, from a model to sections, facts and lines of text.

mod edition;
mod expression;
mod words;
mod provenance;
mod code_list;
mod variable;
mod constraint;
mod reading;
mod glossary;
mod block;
mod decision;
mod trace;
mod changed_condition;
mod changed_value;
mod changed_place;
mod changes;
mod format_support;

use beraad_schema::describe::{Block, Language};

use self::edition::Edition;
#[cfg(test)]
pub(crate) use self::words::word_ids;
use super::document::{Document, Fact, Section};
use crate::format::Selection;

/// The codebook of the selected blocks in one language.
pub(crate) fn document(selection: &Selection<'_>, language: Language) -> Document {
    let edition = Edition::new(selection, language);
    let deliberation = edition.deliberation();
    let mut sections = vec![
        decision::section(edition),
        decision::statements_section(edition),
        reading::section(edition),
        glossary::section(edition),
        changes::section(edition),
    ];
    // A decision without further statements has no section for them, nor a model without a glossary.
    sections.retain(|section| !section.body.is_empty());
    let headings = deliberation.headings.iter();
    sections.extend(headings.filter_map(|heading| block::heading_section(edition, heading)));
    sections.push(trace::section(edition));
    if !selection.formats.is_empty() {
        sections.push(format_support::section(edition));
    }
    let mut document = Document {
        language,
        quoted: deliberation.languages.decision,
        title: edition.title(&deliberation.title),
        subtitle: edition.decision_name(),
        sections,
    };
    glossary::link(&mut document, &selection.model.glossary);
    document
}

/// The section of one block, with the sections of its columns.
pub(super) fn block_section(
    selection: &Selection<'_>,
    language: Language,
    block: &Block,
) -> Section {
    let edition = Edition::new(selection, language);
    block::section(edition, block)
}

/// The definition of the reference date, for a block that is shown without the rest of the codebook.
pub(super) fn reference_date(selection: &Selection<'_>, language: Language) -> Fact {
    reading::reference_date(Edition::new(selection, language))
}
