//! The changes between two models, before any rule says what they mean.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::former_names::{self, Names};
use crate::item::{Item, Kind};
use crate::shown::changed_order;

/// A change: one item, one attribute, or the order of the items of one kind.
#[derive(Clone, Debug)]
pub(crate) struct Change<'m> {
    /// The items that contain what changed, from the model down to the item itself or its parent.
    pub(crate) within: Vec<Pair<'m>>,
    pub(crate) what: What<'m>,
}

/// An item in the old and in the new model.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Pair<'m> {
    pub(crate) old: &'m Item,
    pub(crate) new: &'m Item,
}

/// The kinds of changes.
#[derive(Clone, Copy, Debug)]
pub(crate) enum What<'m> {
    /// Only the new model has the item, with everything in it.
    Added(&'m Item),
    /// Only the old model has the item, with everything in it.
    Removed(&'m Item),
    /// An attribute of the last item of `within` has another value.
    Attribute {
        name: &'m str,
        old: Option<&'m Value>,
        new: Option<&'m Value>,
    },
    /// The items of this kind in the last item of `within`, which both models have, are in another order.
    Order(Kind),
}

impl<'m> Change<'m> {
    /// Returns the item of this kind that contains what changed, or is what changed, in the old and in the new model.
    pub(crate) fn pair(&self, kind: Kind) -> Option<Pair<'m>> {
        self.within
            .iter()
            .find(|pair| pair.new.kind == kind)
            .copied()
    }

    /// Returns the item itself, or that with the attribute.
    pub(crate) fn item(&self) -> &'m Item {
        match self.what {
            What::Added(item) | What::Removed(item) => item,
            What::Attribute { .. } | What::Order(_) => self.owner().new,
        }
    }

    /// Returns the part of the order of the items of a kind that changed, for a message.
    pub(crate) fn changed_order(&self, kind: Kind) -> String {
        let Pair { old, new } = self.owner();
        let names = |item: &Item| -> Vec<_> { item.children_of(kind).map(Item::name).collect() };
        changed_order(&names(old), &names(new))
    }

    /// Returns the last of the items that contain what changed.
    pub(crate) fn owner(&self) -> Pair<'m> {
        // The model contains everything else, so that there is one.
        self.within[self.within.len() - 1]
    }
}

/// Compares two models.
pub(crate) fn changes<'m>(old: &'m Item, new: &'m Item) -> Vec<Change<'m>> {
    let mut changes = Vec::new();
    compare(&[], Pair { old, new }, &mut changes);
    changes
}

/// Adds the changes of a pair of items in others.
pub(crate) fn compare<'m>(within: &[Pair<'m>], pair: Pair<'m>, changes: &mut Vec<Change<'m>>) {
    if pair.old == pair.new {
        return;
    }
    let within: Vec<_> = within.iter().copied().chain([pair]).collect();
    let change = |what| Change {
        within: within.clone(),
        what,
    };
    let (old, new) = (&pair.old.attributes, &pair.new.attributes);
    let names: BTreeSet<_> = old.keys().chain(new.keys()).collect();
    for name in names {
        let (old, new) = (old.get(name), new.get(name));
        if old != new {
            changes.push(change(What::Attribute { name, old, new }));
        }
    }
    for kind in <Kind as strum::VariantArray>::VARIANTS {
        let old: Vec<_> = pair.old.children_of(*kind).collect();
        let new: Vec<_> = pair.new.children_of(*kind).collect();
        let partners = partners(*kind, &old, &new);
        let kept: Vec<_> = partners.iter().flatten().collect();
        if !kept.is_sorted() {
            changes.push(change(What::Order(*kind)));
        }
        let kept: BTreeSet<_> = kept.into_iter().collect();
        for (index, item) in old.iter().enumerate() {
            if !kept.contains(&index) {
                changes.push(change(What::Removed(item)));
            }
        }
        for (item, partner) in new.iter().zip(&partners) {
            match partner {
                Some(partner) => {
                    let pair = Pair {
                        old: old[*partner],
                        new: item,
                    };
                    compare(&within, pair, changes);
                }
                None => changes.push(change(What::Added(item))),
            }
        }
    }
}

/// Returns for each new item the index of the old one that it continues.
///
/// A block or column continues that which `renamed_from` says, and otherwise that of its name. Any other item continues that with the same
/// identity; a code list otherwise that of a former name; and items that people do not refer to by a name, the one that is most alike.
pub(crate) fn partners(kind: Kind, old: &[&Item], new: &[&Item]) -> Vec<Option<usize>> {
    if matches!(kind, Kind::Block | Kind::Column) {
        let names = |items: &[&Item]| -> Vec<_> { items.iter().map(|it| Names::of(it)).collect() };
        return former_names::continued(&names(old), &names(new));
    }
    let mut partners = vec![None; new.len()];
    let mut is_taken = vec![false; old.len()];
    for key in keys(kind) {
        let mut free: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        // From the last to the first, so that the first one is taken first.
        for (index, item) in old.iter().enumerate().rev() {
            if !is_taken[index] {
                let names = key(item, Side::Old);
                for name in names {
                    free.entry(name).or_default().push(index);
                }
            }
        }
        for (item, partner) in new.iter().zip(&mut partners) {
            if partner.is_some() {
                continue;
            }
            let found = key(item, Side::New).into_iter().find_map(|name| {
                let candidates = free.get_mut(&name)?;
                candidates.retain(|index| !is_taken[*index]);
                candidates.pop()
            });
            if let Some(index) = found {
                is_taken[index] = true;
                *partner = Some(index);
            }
        }
    }
    partners
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Old,
    New,
}

/// Returns the names of an item on one side, by which it is found on the other.
type Key = fn(&Item, Side) -> Vec<String>;

/// Returns the ways to find the partner of an item, from the best to the last.
fn keys(kind: Kind) -> &'static [Key] {
    match kind {
        Kind::Model | Kind::Decision => &[nothing],
        Kind::CodeList => &[identity, former_name, later_name],
        Kind::Meaning => &[whole, identity, label_and_source, source],
        Kind::Break => &[whole, from, what],
        Kind::Statement => &[identity, topic, text],
        Kind::Heading => &[identity, title, label, terms],
        Kind::Code => &[identity_of_code],
        Kind::Block
        | Kind::Column
        | Kind::Term
        | Kind::Paragraph
        | Kind::Subject
        | Kind::GlossaryEntry
        | Kind::Rule
        | Kind::Constraint => &[identity],
    }
}

fn attributes(item: &Item, names: &[&str]) -> Vec<String> {
    let values = names.iter().map(|name| item.attributes.get(*name));
    let values: Vec<_> = values.map(|value| value.map(ToString::to_string)).collect();
    vec![format!("{values:?}")]
}

fn nothing(_: &Item, _: Side) -> Vec<String> {
    vec![String::new()]
}

fn whole(item: &Item, _: Side) -> Vec<String> {
    vec![format!("{:?}", item.attributes)]
}

fn identity(item: &Item, _: Side) -> Vec<String> {
    attributes(item, item.kind.identity())
}

/// The text of a code; a code without one has that of its meanings.
fn identity_of_code(item: &Item, side: Side) -> Vec<String> {
    if item.attributes.get("code").is_none_or(Value::is_null) {
        let labels = item
            .children
            .iter()
            .map(|meaning| meaning.attributes.get("label"));
        return vec![format!("{:?}", labels.collect::<Vec<_>>())];
    }
    identity(item, side)
}

/// The name of the old list, and the former names of the new one.
fn former_name(item: &Item, side: Side) -> Vec<String> {
    match side {
        Side::Old => vec![item.text("id").to_owned()],
        Side::New => former_ids(item),
    }
}

/// The former names of the old list, and the name of the new one.
fn later_name(item: &Item, side: Side) -> Vec<String> {
    match side {
        Side::Old => former_ids(item),
        Side::New => vec![item.text("id").to_owned()],
    }
}

fn former_ids(list: &Item) -> Vec<String> {
    let former = list.attributes.get("renamed_from");
    let former = former.and_then(Value::as_array);
    let former = former.into_iter().flatten().filter_map(Value::as_str);
    former.map(str::to_owned).collect()
}

fn label_and_source(item: &Item, _: Side) -> Vec<String> {
    attributes(item, &["label", "source"])
}

fn source(item: &Item, _: Side) -> Vec<String> {
    attributes(item, &["source"])
}

fn from(item: &Item, _: Side) -> Vec<String> {
    attributes(item, &["from"])
}

fn what(item: &Item, _: Side) -> Vec<String> {
    attributes(item, &["what"])
}

fn topic(item: &Item, _: Side) -> Vec<String> {
    attributes(item, &["topic"])
}

fn text(item: &Item, _: Side) -> Vec<String> {
    attributes(item, &["text"])
}

fn title(item: &Item, _: Side) -> Vec<String> {
    attributes(item, &["title"])
}

/// The phrases under a heading; a heading without phrases has none by which it is found.
fn terms(item: &Item, _: Side) -> Vec<String> {
    let terms = item.children_of(Kind::Term).map(Item::name);
    let terms: Vec<_> = terms.collect();
    if terms.is_empty() {
        return Vec::new();
    }
    vec![format!("{:?} {terms:?}", item.text("paragraph"))]
}

fn label(item: &Item, _: Side) -> Vec<String> {
    attributes(item, &["label"])
}
