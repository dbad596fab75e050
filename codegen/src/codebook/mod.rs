//! The codebook as a document in one language: what is said of a model, said once for every format that shows it.

mod block;
mod code_list;
mod decision;
mod document;
mod expression;
mod formats;
mod constraint;
mod reading;
mod trace;
mod variable;
mod words;

use beraad_schema::describe::{Block, Column, Deliberation, Heading, Label, Language, Period};

pub(crate) use self::document::{
    Cell, Document, Element, Fact, Inline, Kind, Mark, Section, Span, Table, TableKind, fragment,
    is_web_address,
};
use crate::format::{Selection, Words};
use crate::support::Carries::{Carried, Partly};
use crate::support::Support;

/// The languages of the codebook; the first is shown where nothing asks for another.
pub(crate) const LANGUAGES: [Language; 2] = [Language::Nl, Language::En];

/// What the codebook carries, in every format that shows it: each of them shows the whole document.
pub(crate) const SUPPORT: Support = Support {
    labels: Carried,
    languages: Partly(Words::new(
        "Frans alleen bij labels, definities en betekenissen van codes",
        "French only with labels, definitions and meanings of codes",
    )),
    definitions: Carried,
    phrases: Carried,
    value_types: Carried,
    certainty: Carried,
    nulls: Carried,
    universe: Carried,
    keys: Carried,
    level: Carried,
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
};

/// The codebook of the selected blocks in one language.
pub(crate) fn document(selection: &Selection<'_>, language: Language) -> Document {
    let author = Author {
        selection,
        language,
    };
    let deliberation = author.deliberation();
    let mut sections = vec![
        decision::decision(author),
        decision::statements(author),
        reading::reading(author),
    ];
    sections.retain(|section| !section.body.is_empty());
    let headings = deliberation.headings.iter();
    sections.extend(headings.filter_map(|heading| block::heading(author, heading)));
    sections.push(trace::trace(author));
    sections.push(formats::formats(author));
    Document {
        language,
        title: author.label(&deliberation.title).to_owned(),
        subtitle: author.decision_name(),
        sections,
    }
}

/// The entry of one block, with those of its columns.
pub(crate) fn block_section(
    selection: &Selection<'_>,
    language: Language,
    block: &Block,
) -> Section {
    let author = Author {
        selection,
        language,
    };
    block::section(author, block)
}

/// What the state of a period is, for an entry that stands alone.
pub(crate) fn reference_date(selection: &Selection<'_>, language: Language) -> Fact {
    reading::reference_date(Author {
        selection,
        language,
    })
}

/// What every part of the codebook is written from: the blocks, and the language.
#[derive(Clone, Copy)]
struct Author<'a> {
    selection: &'a Selection<'a>,
    language: Language,
}

impl<'a> Author<'a> {
    fn deliberation(self) -> &'a Deliberation {
        &self.selection.model.deliberation
    }

    fn window(self) -> Period {
        self.deliberation().window()
    }

    fn label(self, label: &Label) -> &str {
        label.get(self.language)
    }

    fn words(self, words: Words) -> &'static str {
        words.get(self.language)
    }

    fn say(self, nl: &'static str, en: &'static str) -> &'static str {
        Words::new(nl, en).get(self.language)
    }

    fn decision_name(self) -> String {
        let word = self.say("Beraadslaging", "Deliberation");
        format!("{word} {}", self.deliberation().number)
    }

    /// The title of a heading: the words of the text, and in another language what they mean.
    fn heading_title(self, heading: &Heading) -> String {
        self.label(&heading.label).to_owned()
    }

    /// A period in words, or nothing where neither end is stated.
    fn period(self, period: Period) -> Inline {
        let whole = |text: String| Inline::of(Span::Whole(text));
        match (period.from, period.to) {
            (None, None) => Inline::new(),
            (Some(from), None) => {
                Inline::from(self.say("vanaf ", "from ")).then(whole(from.to_string()))
            }
            (None, Some(to)) => {
                Inline::from(self.say("tot en met ", "until ")).then(whole(to.to_string()))
            }
            (Some(from), Some(to)) => whole(format!("{from} –"))
                .text(" ")
                .then(whole(to.to_string())),
        }
    }
}

/// The French text, where a source has one; the codebook is in Dutch and English.
fn french(label: &Label) -> Option<Inline> {
    let french = label.fr.as_ref()?;
    Some(Inline::of(Span::In(Language::Fr, french.to_string())))
}

/// The anchor of a column.
fn anchor(block: &str, column: &Column<'_>) -> String {
    format!("{block}/{}", column.name)
}
