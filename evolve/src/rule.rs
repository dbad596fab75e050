//! A rule: a kind of change, its class, its verdicts, and how to make it compatible.

use std::fmt;

use beraad_describe::{Model, example_model};
use serde::Serialize;
use serde::ser::SerializeStruct;
use serde_json::Value;

use crate::change::{Change, Pair, What};
use crate::class::{Class, Viewpoints};
use crate::item::{Item, Kind};
use crate::shown::changed;

/// A rule about a kind of change.
///
/// Each difference between two models belongs to one rule. Rules that need several differences, such as a swap of two labels, come
/// before those that need one.
pub struct Rule {
    /// The id, such as `C008`: the letter says what changes (T a table, V a variable, Y a type, C a code list, A a class of amounts, D
    /// the decision, R a rule, K a constraint, S a subject, G the glossary, M the model as a whole).
    pub id: &'static str,
    /// The change, in a few words.
    pub title: &'static str,
    /// True if the change is one of words: a person may say that the meaning is the same.
    pub is_about_words: bool,
    /// The classes of the change.
    pub classes: &'static [Class],
    /// The verdicts about it.
    pub viewpoints: Viewpoints,
    /// The reason for the class and the verdicts, in one or two sentences.
    pub why: &'static str,
    /// The way to make the change compatible, or to do it so that nobody is surprised.
    pub remedy: &'static str,
    /// Finds the changes that the rule is about.
    pub(crate) find: fn(&Changes<'_>) -> Vec<Found>,
    /// The old and the new model of an example, as changes to one model.
    pub(crate) example: Example,
}

/// The models of an example: the small example model with a first change, and the same with a second one.
#[derive(Clone, Copy)]
pub(crate) struct Example {
    pub(crate) old: fn(&mut Model),
    pub(crate) new: fn(&mut Model),
}

/// The old model of an example that is the small model itself.
pub(crate) fn unchanged(_: &mut Model) {}

impl Rule {
    /// Returns the old and the new model of the example of the rule.
    #[must_use]
    pub fn example_models(&self) -> (Model, Model) {
        let (mut old, mut new) = (example_model(), example_model());
        (self.example.old)(&mut old);
        (self.example.old)(&mut new);
        (self.example.new)(&mut new);
        (old, new)
    }
}

impl fmt::Debug for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Rule")
            .field("id", &self.id)
            .finish_non_exhaustive()
    }
}

impl PartialEq for Rule {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Eq for Rule {}

/// Without its example.
impl Serialize for Rule {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut rule = serializer.serialize_struct("Rule", 7)?;
        rule.serialize_field("id", self.id)?;
        rule.serialize_field("title", self.title)?;
        rule.serialize_field("is_about_words", &self.is_about_words)?;
        rule.serialize_field("classes", self.classes)?;
        rule.serialize_field("viewpoints", &self.viewpoints)?;
        rule.serialize_field("why", self.why)?;
        rule.serialize_field("remedy", self.remedy)?;
        rule.end()
    }
}

/// Changes that a rule is about, as one finding.
pub(crate) struct Found {
    /// The changes that the finding explains, by their index. The first one gives it its place.
    pub(crate) explains: Vec<usize>,
    /// The old and the new value, or what else a person must see; without the name of what changed.
    pub(crate) message: String,
    /// The classes, if they are not those of the rule.
    pub(crate) classes: Option<&'static [Class]>,
    /// The verdicts, if they are not those of the rule.
    pub(crate) viewpoints: Option<Viewpoints>,
    /// The advice, if it is not that of the rule.
    pub(crate) remedy: Option<&'static str>,
    /// The kind of the item that the finding is about as a whole, if it is not the item that changed.
    pub(crate) of_whole: Option<Kind>,
}

impl Found {
    /// Creates the finding of one change, with the classes and the verdicts of its rule.
    pub(crate) fn new(change: usize, message: impl Into<String>) -> Self {
        Self {
            explains: vec![change],
            message: message.into(),
            classes: None,
            viewpoints: None,
            remedy: None,
            of_whole: None,
        }
    }

    /// Adds changes that the finding explains too.
    pub(crate) fn and(mut self, changes: impl IntoIterator<Item = usize>) -> Self {
        self.explains.extend(changes);
        self
    }

    /// Sets classes that differ from those of the rule.
    pub(crate) fn classes(mut self, classes: &'static [Class]) -> Self {
        self.classes = Some(classes);
        self
    }

    /// Sets verdicts that differ from those of the rule.
    pub(crate) fn viewpoints(mut self, viewpoints: Viewpoints) -> Self {
        self.viewpoints = Some(viewpoints);
        self
    }

    /// Sets advice that differs from that of the rule, such as that for the other direction of the change.
    pub(crate) fn remedy(mut self, remedy: &'static str) -> Self {
        self.remedy = Some(remedy);
        self
    }

    /// Sets what is true of the removal of a block, column or code list if it was deprecated: an earlier version announced it.
    pub(crate) fn of_deprecated(self, removed: &Item) -> Self {
        if removed.attributes.contains_key("deprecated") {
            let found = self.classes(&[Class::Risky]);
            found.remedy("None is needed, if the users of the data had the time to change.")
        } else {
            self.classes(&[Class::Breaking])
        }
    }

    /// Names the whole code list, or another item that contains what changed, as the place of the finding.
    pub(crate) fn of_whole(mut self, kind: Kind) -> Self {
        self.of_whole = Some(kind);
        self
    }
}

/// The changes between two models that no rule has explained yet.
pub(crate) struct Changes<'m> {
    pub(crate) old: &'m Model,
    pub(crate) new: &'m Model,
    pub(crate) all: Vec<Change<'m>>,
    pub(crate) is_explained: Vec<bool>,
}

/// A changed attribute.
#[derive(Clone, Copy)]
pub(crate) struct Attribute<'c, 'm> {
    pub(crate) index: usize,
    pub(crate) change: &'c Change<'m>,
    pub(crate) name: &'m str,
    pub(crate) old: Option<&'m Value>,
    pub(crate) new: Option<&'m Value>,
}

/// An item that only one of the models has.
#[derive(Clone, Copy)]
pub(crate) struct Single<'c, 'm> {
    pub(crate) index: usize,
    pub(crate) change: &'c Change<'m>,
    pub(crate) item: &'m Item,
}

impl<'m> Changes<'m> {
    /// Returns the changes that no rule has explained yet, with their index.
    pub(crate) fn open(&self) -> impl Iterator<Item = (usize, &Change<'m>)> {
        let changes = self.all.iter().enumerate();
        changes.filter(|(index, _)| !self.is_explained[*index])
    }

    /// Returns the changed attributes of a kind of items.
    pub(crate) fn attributes(&self, kind: Kind) -> impl Iterator<Item = Attribute<'_, 'm>> {
        self.open()
            .filter_map(move |(index, change)| match change.what {
                What::Attribute { name, old, new } if change.owner().new.kind == kind => {
                    Some(Attribute {
                        index,
                        change,
                        name,
                        old,
                        new,
                    })
                }
                _ => None,
            })
    }

    /// Returns the changes of one attribute of a kind of items.
    pub(crate) fn attribute(
        &self,
        kind: Kind,
        name: &'static str,
    ) -> impl Iterator<Item = Attribute<'_, 'm>> {
        self.attributes(kind)
            .filter(move |attribute| attribute.name == name)
    }

    /// Returns the items of a kind that only the new model has.
    pub(crate) fn added(&self, kind: Kind) -> impl Iterator<Item = Single<'_, 'm>> {
        self.open()
            .filter_map(move |(index, change)| match change.what {
                What::Added(item) if item.kind == kind => Some(Single {
                    index,
                    change,
                    item,
                }),
                _ => None,
            })
    }

    /// Returns the items of a kind that only the old model has.
    pub(crate) fn removed(&self, kind: Kind) -> impl Iterator<Item = Single<'_, 'm>> {
        self.open()
            .filter_map(move |(index, change)| match change.what {
                What::Removed(item) if item.kind == kind => Some(Single {
                    index,
                    change,
                    item,
                }),
                _ => None,
            })
    }

    /// Returns the changes of the order of a kind of items.
    pub(crate) fn orders(&self, kind: Kind) -> impl Iterator<Item = (usize, &Change<'m>)> {
        self.open()
            .filter(move |(_, change)| matches!(change.what, What::Order(found) if found == kind))
    }
}

impl<'m> Attribute<'_, 'm> {
    /// Returns the item in both models.
    pub(crate) fn pair(&self) -> Pair<'m> {
        self.change.owner()
    }

    /// Returns the old text; the empty text if there was none.
    pub(crate) fn old_text(&self) -> &'m str {
        self.old.and_then(Value::as_str).unwrap_or_default()
    }

    /// Returns the new text; the empty text if there is none.
    pub(crate) fn new_text(&self) -> &'m str {
        self.new.and_then(Value::as_str).unwrap_or_default()
    }

    /// Returns the finding of this change, with a message of the old and the new value.
    pub(crate) fn found(&self) -> Found {
        Found::new(self.index, self.change_text())
    }

    /// Returns the old and the new value for a message: `"EUR" -> "BEF"`, or the texts in the languages that differ.
    pub(crate) fn change_text(&self) -> String {
        changed(self.old, self.new)
    }
}
