//! Findings: the changes between two models, with what they mean.

use beraad_describe::{Fingerprint, Model};
use serde::Serialize;
use serde_json::Value;

use crate::accepted::AcceptedChange;
use crate::change::{Change, Pair, What, changes};
use crate::class::{Class, Viewpoints};
use crate::item::{Item, Kind};
use crate::moves::add_changes_of_moved_columns;
use crate::rename;
use crate::rule::{Changes, Found, Rule};
use crate::rules::RULES;
use crate::sorted::sorted_text;

/// All findings about the changes from an old model to a new one.
///
/// ```
/// use beraad_describe::{Date, Deliberation, Label, Language, Model, Window};
/// use beraad_evolve::{Class, Diff};
///
/// let title = Label::new([(Language::EN, "Loans")]);
/// let decision = Deliberation::new("99/001", title, Date::ymd(2017, 3, 1), Window::of_years(2005, 2010));
/// let old = Model::new("0.1.0", decision);
/// let mut new = old.clone();
/// new.deliberation.window = Window::of_years(2005, 2012);
///
/// let diff = Diff::new(&old, &new);
/// assert_eq!(diff.findings[0].rule.id, "D001");
/// assert!(Diff::new(&new, &new).findings.is_empty());
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Diff {
    /// The version of the old model.
    pub old_version: String,
    /// The version of the new model.
    pub new_version: String,
    /// The findings: by block, code list or other part, the part with the worst class first; in a part the worst first.
    pub findings: Vec<Finding>,
}

/// A change, or several that belong together, with its rule.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Finding {
    /// The rule.
    pub rule: &'static Rule,
    /// The classes of this change, the worst first. Some rules decide by what changed.
    pub classes: Vec<Class>,
    /// The verdicts about this change.
    pub viewpoints: Viewpoints,
    /// The advice: that of the rule, or one that fits the direction of this change better.
    pub remedy: &'static str,
    /// The part of the model.
    pub section: Section,
    /// The name of the part that changed: `loan.books`, or `genre, code P`.
    pub place: String,
    /// The old and the new value, or what else there is to know.
    pub message: String,
    /// The differences that the finding explains.
    pub differences: Vec<Difference>,
    /// The acceptance by a person, if there is one: see [`Diff::accept`].
    pub accepted: Option<AcceptedChange>,
    /// Twelve hexadecimal digits: the same for the same change in the same place, in whatever version.
    pub fingerprint: String,
}

/// A part of a model, by which findings are grouped.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Section {
    /// The decision.
    Decision,
    /// The block with this id.
    Block(String),
    /// The code list with this id.
    CodeList(String),
    /// Everything else: subjects, constraints, the glossary, the version.
    Model,
}

/// One difference between the JSON of two models.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Difference {
    /// The place of the difference: `block loan, column books, attribute unit`.
    pub path: String,
    /// The old value; `None` if there was none.
    pub old: Option<Value>,
    /// The new value; `None` if there is none.
    pub new: Option<Value>,
    /// The items of the path, from the part of the model down to what changed. The JSON has them as the path.
    #[serde(skip)]
    pub items: Vec<NamedItem>,
    /// The attribute of the last item that has another value; `None` if an item was added, removed or moved.
    #[serde(skip)]
    pub attribute: Option<String>,
}

/// An item of a model, by which a program can say in its own words where a difference is.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct NamedItem {
    /// The kind of the item.
    pub kind: Kind,
    /// The name of the item; empty for a meaning at all times, and for the decision.
    pub name: String,
}

impl Diff {
    /// Compares two models. Equal models have no findings, and any other two have at least one.
    #[must_use]
    pub fn new(old: &Model, new: &Model) -> Self {
        let mut old_item = Item::of_model(old);
        let new_item = Item::of_model(new);
        rename::follow(&mut old_item, &new_item);
        let mut all = changes(&old_item, &new_item);
        add_changes_of_moved_columns(&mut all);
        let mut changes = Changes {
            old,
            new,
            is_explained: vec![false; all.len()],
            all,
        };
        let mut findings = Vec::new();
        for rule in RULES {
            for found in (rule.find)(&changes) {
                for index in &found.explains {
                    changes.is_explained[*index] = true;
                }
                findings.push(Finding::new(rule, &found, &changes.all));
            }
        }
        // Stable: within a class in the order of the rules, and of the model.
        findings.sort_by_key(|finding| std::cmp::Reverse(finding.class()));
        let worst_first: Vec<_> = findings
            .iter()
            .map(|finding| finding.section.clone())
            .collect();
        findings.sort_by_key(|finding| {
            worst_first
                .iter()
                .position(|section| *section == finding.section)
        });
        Self {
            old_version: old.version.to_string(),
            new_version: new.version.to_string(),
            findings,
        }
    }

    /// Returns the worst class; `None` if there is no finding.
    #[must_use]
    pub fn worst(&self) -> Option<Class> {
        self.findings.iter().map(Finding::class).max()
    }
}

impl Finding {
    fn new(rule: &'static Rule, found: &Found, changes: &[Change<'_>]) -> Self {
        let first = &changes[found.explains[0]];
        let differences = found
            .explains
            .iter()
            .map(|index| changes[*index].difference());
        let mut differences: Vec<_> = differences.collect();
        differences.dedup();
        let mut classes = found.classes.unwrap_or(rule.classes).to_vec();
        classes.sort_by_key(|class| std::cmp::Reverse(*class));
        let mut finding = Self {
            rule,
            classes,
            viewpoints: found.viewpoints.unwrap_or(rule.viewpoints),
            remedy: found.remedy.unwrap_or(rule.remedy),
            section: first.section(),
            place: first.place(found.of_whole),
            message: found.message.clone(),
            differences,
            accepted: None,
            fingerprint: String::new(),
        };
        finding.fingerprint = finding.to_fingerprint();
        finding
    }

    /// Returns the worst class.
    #[must_use]
    pub fn class(&self) -> Class {
        self.classes.first().copied().unwrap_or(Class::Breaking)
    }

    fn to_fingerprint(&self) -> String {
        let content = serde_json::json!([self.rule.id, self.place, self.differences]);
        let mut digits = Fingerprint::of(sorted_text(&content).as_bytes());
        digits.truncate(12);
        digits
    }
}

impl Change<'_> {
    /// Returns the items from the model down to what changed, in the new model if they are there.
    fn items(&self) -> Vec<&Item> {
        let mut items: Vec<_> = self.within.iter().map(|pair| pair.new).collect();
        if let What::Added(item) | What::Removed(item) = self.what {
            items.push(item);
        }
        items
    }

    fn section(&self) -> Section {
        let items = self.items();
        let part = items.get(1);
        match part.map(|item| (item.kind, item.text("id"))) {
            Some((Kind::Block, id)) => Section::Block(id.to_owned()),
            Some((Kind::CodeList, id)) => Section::CodeList(id.to_owned()),
            Some((Kind::Decision, _)) => Section::Decision,
            _ => Section::Model,
        }
    }

    /// Returns the name of what changed, or that of the item of a kind that contains it.
    fn place(&self, whole: Option<Kind>) -> String {
        let mut items = self.items();
        if let Some(depth) = items.iter().position(|item| Some(item.kind) == whole) {
            items.truncate(depth + 1);
        }
        let [_, items @ ..] = &items[..] else {
            return "the model".to_owned();
        };
        match items {
            [] => "the model".to_owned(),
            [only] if matches!(only.kind, Kind::Decision) => "the decision".to_owned(),
            [only] if matches!(only.kind, Kind::Block | Kind::CodeList) => only.name(),
            [block, column, rest @ ..] if column.kind == Kind::Column => {
                let column = format!("{}.{}", block.name(), column.name());
                std::iter::once(column)
                    .chain(rest.iter().map(|item| named(item)))
                    .collect::<Vec<_>>()
                    .join(", ")
            }
            [first, rest @ ..] => {
                let first = match first.kind {
                    Kind::Block | Kind::CodeList => first.name(),
                    Kind::Decision => String::new(),
                    _ => named(first),
                };
                let names = std::iter::once(first).chain(rest.iter().map(|item| named(item)));
                names
                    .filter(|name| !name.is_empty())
                    .collect::<Vec<_>>()
                    .join(", ")
            }
        }
    }

    fn difference(&self) -> Difference {
        let items = &self.items()[1..];
        let path: Vec<_> = items.iter().map(|item| named(item)).collect();
        let path = path.join(", ");
        let with = |part: String| {
            if path.is_empty() {
                part
            } else {
                format!("{path}, {part}")
            }
        };
        let (attribute, path, old, new) = match self.what {
            What::Added(item) => (None, path, None, Some(item.to_json())),
            What::Removed(item) => (None, path, Some(item.to_json()), None),
            What::Attribute { name, old, new } => {
                let path = with(format!("attribute {name}"));
                (Some(name.to_owned()), path, old.cloned(), new.cloned())
            }
            What::Order(kind) => {
                let Pair { old, new } = self.owner();
                let names = |item: &Item| {
                    let names = item.children_of(kind).map(Item::name);
                    Some(Value::from(names.collect::<Vec<_>>()))
                };
                let path = with(format!("order of each {kind}"));
                (None, path, names(old), names(new))
            }
        };
        let items = items.iter().map(|item| NamedItem {
            kind: item.kind,
            name: item.own_name(),
        });
        Difference {
            path,
            old,
            new,
            items: items.collect(),
            attribute,
        }
    }
}

/// Returns the kind and the name of an item: `code P`.
fn named(item: &Item) -> String {
    format!("{} {}", item.kind, item.name())
        .trim_end()
        .to_owned()
}
