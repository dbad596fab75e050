//! The texts of blocks and columns for people.

use crate::class::{Class, Viewpoints};
use crate::item::Kind;
use crate::rule::{Attribute, Changes, Found};
use crate::text_change::TextChange;

/// The attributes of blocks, columns and breaks in series that are texts in several languages.
const TEXTS: [(Kind, &[&str]); 3] = [
    (
        Kind::Block,
        &[
            "label",
            "definition",
            "row_unit",
            "analysis_unit",
            "universe",
            "identity.no_known_key",
            "deprecated",
        ],
    ),
    (
        Kind::Column,
        &[
            "label",
            "definition",
            "null_means",
            "universe",
            "source_unit",
            "unit",
            "range",
            "why",
            "deprecated",
            "phrase.disputed",
        ],
    ),
    (Kind::Break, &["what", "advice"]),
];

/// The advice about something that was documented.
pub(crate) const DOCUMENTED: &str =
    "None is needed, if it was so for earlier data too; otherwise record a break in series.";

impl<'m> Changes<'m> {
    /// Returns the open changes of texts of blocks, columns and breaks, each with its kind.
    pub(crate) fn texts(&self) -> impl Iterator<Item = (Attribute<'_, 'm>, TextChange)> {
        let kinds = TEXTS.iter();
        kinds.flat_map(move |(kind, names)| {
            let changed = self.attributes(*kind);
            let texts = changed.filter(|attribute| names.contains(&attribute.name));
            texts.map(|attribute| {
                let change = match attribute.name {
                    "unit" => TextChange::of_unit(attribute.old, attribute.new),
                    _ => TextChange::of(attribute.old, attribute.new),
                };
                (attribute, change)
            })
        })
    }

    /// Returns the open changes of one text in other words, of blocks or of columns. A text that is added or removed is one too.
    pub(crate) fn texts_in_other_words(
        &self,
        kind: Kind,
        name: &'static str,
    ) -> impl Iterator<Item = (Attribute<'_, 'm>, TextChange)> {
        let texts = self.texts();
        texts.filter(move |(attribute, _)| {
            attribute.pair().new.kind == kind && attribute.name == name
        })
    }

    /// Returns the findings of a text of columns in other words, whose change is one of meaning. A text that was added documents what
    /// was unknown: the data mean what they meant.
    pub(crate) fn other_meanings(&self, name: &'static str) -> Vec<Found> {
        let texts = self.texts_in_other_words(Kind::Column, name);
        let found = texts.map(|(attribute, change)| {
            let found = attribute.found();
            match change {
                TextChange::Added => found
                    .classes(&[Class::Doc])
                    .viewpoints(Viewpoints::ALL_YES)
                    .remedy(DOCUMENTED),
                TextChange::Removed => found
                    .classes(&[Class::Semantic])
                    .remedy("Keep the text, or say in the notes why it was wrong."),
                _ => found.classes(&[Class::Semantic]),
            }
        });
        found.collect()
    }
}
