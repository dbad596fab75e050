//! Levels of language knowledge. VDAB publishes the labels; the codes were not found in public material.

use crate::prelude::*;

/// Levels of the jobseeker's knowledge of a language. The published levels are those for Dutch.
///
/// nl: Niveaus waarop de werkzoekende een taal beheerst. De gepubliceerde niveaus zijn die voor het Nederlands.
#[derive(CodeList)]
#[codes(
    supplied,
    searched,
    status = reference,
    table = "codelists/language_knowledge.csv",
    page = "https://arvastat.vdab.be/help/kennis_nl.html",
)]
pub enum LanguageKnowledge {}
