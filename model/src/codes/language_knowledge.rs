//! Levels of language knowledge: VDAB publishes the labels, not the codes.

use crate::prelude::*;

/// How well the jobseeker masters a language; the levels published are those for Dutch.
#[derive(CodeList)]
#[codes(
    supplied,
    status = reference,
    table = "codelists/language_knowledge.csv",
    page = "https://arvastat.vdab.be/help/kennis_nl.html",
)]
pub enum LanguageKnowledge {}
