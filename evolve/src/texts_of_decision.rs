//! Messages about changed texts, and the texts that the rules about the decision and the model as a whole share.

use crate::item::Kind;
use crate::rule::{Attribute, Changes};
use crate::text_change::TextChange;

/// The texts of the decision, of rules, constraints, subjects and the glossary.
const TEXTS: &[(Kind, &[&str])] = &[
    (
        Kind::Decision,
        &[
            "title",
            "committee",
            "recipient",
            "purpose",
            "words.decision",
            "words.paragraph",
            "keep_until.words",
        ],
    ),
    (Kind::Paragraph, &["provider"]),
    (Kind::Statement, &["topic", "text"]),
    (Kind::Heading, &["label", "provider"]),
    (Kind::Term, &["disputed"]),
    (Kind::Rule, &["message", "basis"]),
    (Kind::Constraint, &["message", "tolerates", "basis"]),
    (Kind::Subject, &["name", "definition"]),
    (Kind::GlossaryEntry, &["name", "explanation"]),
];

impl<'m> Changes<'m> {
    /// Returns the changed texts of the decision, of rules, constraints, subjects and the glossary.
    pub(crate) fn texts_of_decision(&self) -> impl Iterator<Item = Attribute<'_, 'm>> {
        TEXTS.iter().flat_map(|(kind, names)| {
            let attributes = self.attributes(*kind);
            attributes.filter(|attribute| names.contains(&attribute.name))
        })
    }
}

impl Attribute<'_, '_> {
    /// Returns the way in which a text changed.
    pub(crate) fn text_change(&self) -> TextChange {
        TextChange::of(self.old, self.new)
    }
}
