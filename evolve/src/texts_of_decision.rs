//! Messages about changed texts, and the texts that the rules about the decision and the model as a whole share.

use serde_json::Value;

use crate::item::{Kind, is_label};
use crate::rule::{Attribute, Changes, quoted};
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

    /// Returns the texts that differ, for a message: `nl: "jeugd" -> "jongeren"`.
    pub(crate) fn texts_from_to(&self) -> String {
        let (Some(Value::Object(old)), Some(Value::Object(new))) = (self.old, self.new) else {
            return self.change_text();
        };
        if !is_label(old) || !is_label(new) {
            return self.change_text();
        }
        let languages = old
            .keys()
            .chain(new.keys().filter(|key| !old.contains_key(*key)));
        let differing = languages.filter(|language| old.get(*language) != new.get(*language));
        let parts = differing.map(|language| {
            let (old, new) = (quoted(old.get(language)), quoted(new.get(language)));
            format!("{language}: {old} -> {new}")
        });
        parts.collect::<Vec<_>>().join("; ")
    }
}
