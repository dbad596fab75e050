//! One edition of the codebook: the selected blocks in one language, with the texts that every part needs.

use beraad_schema::describe::{Column, Deliberation, Heading, Label, Language, Period};

use crate::bilingual::Bilingual;
use crate::codebook::document::{Inline, Span};
use crate::format::Selection;

/// The selected blocks and the language of the text: every part of the codebook is written from these two.
#[derive(Clone, Copy)]
pub(super) struct Edition<'a> {
    pub(super) selection: &'a Selection<'a>,
    pub(super) language: Language,
}

impl<'a> Edition<'a> {
    pub(super) fn deliberation(self) -> &'a Deliberation {
        &self.selection.model.deliberation
    }

    pub(super) fn window(self) -> Period {
        self.deliberation().window()
    }

    /// A text of the model in this edition's language.
    pub(super) fn label(self, label: &Label) -> &str {
        label.get(self.language)
    }

    /// A text of the program in this edition's language.
    pub(super) fn in_language(self, text: Bilingual) -> &'static str {
        text.get(self.language)
    }

    /// Picks the text in this edition's language.
    pub(super) fn pick(self, nl: &'static str, en: &'static str) -> &'static str {
        self.in_language(Bilingual::new(nl, en))
    }

    /// A text that exists in one language only, marked as such where the edition is in another.
    pub(super) fn foreign(self, language: Language, text: &str) -> Inline {
        if language == self.language {
            Inline::from(text)
        } else {
            Inline::from(Span::InLanguage(language, text.to_owned()))
        }
    }

    /// The French text of a label, if a source has one: the codebook is in Dutch and English.
    pub(super) fn french(self, label: &Label) -> Option<Inline> {
        let french = label.fr.as_ref()?;
        Some(self.foreign(Language::Fr, french))
    }

    pub(super) fn decision_name(self) -> String {
        let word = self.pick("Beraadslaging", "Deliberation");
        format!("{word} {}", self.deliberation().number)
    }

    /// The title of a heading, translated if the edition is not in Dutch.
    pub(super) fn heading_title(self, heading: &Heading) -> String {
        self.label(&heading.label).to_owned()
    }

    /// A period in words; empty if neither end is stated.
    pub(super) fn period(self, period: Period) -> Inline {
        let unbroken = |text: String| Inline::from(Span::Unbroken(text));
        match (period.from, period.to) {
            (None, None) => Inline::new(),
            (Some(from), None) => {
                Inline::from(self.pick("vanaf ", "from ")).then(unbroken(from.to_string()))
            }
            (None, Some(to)) => {
                Inline::from(self.pick("tot en met ", "until ")).then(unbroken(to.to_string()))
            }
            (Some(from), Some(to)) => unbroken(format!("{from} –"))
                .text(" ")
                .then(unbroken(to.to_string())),
        }
    }
}

/// The anchor of a column.
pub(super) fn column_anchor(block_id: &str, column: &Column<'_>) -> String {
    format!("{block_id}/{}", column.name)
}
