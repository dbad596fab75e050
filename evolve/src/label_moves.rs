//! Labels that move from one code to another: swaps, rotations, and codes that were written anew.

use std::collections::BTreeMap;

use crate::change::{Pair, What};
use crate::code_labels::{Words, content, text, words_of};
use crate::item::{Item, Kind};
use crate::rule::Changes;

/// The open changes in one code list.
pub(crate) struct ListChanges<'m> {
    pub(crate) list: Pair<'m>,
    pub(crate) indexes: Vec<usize>,
}

/// Returns the open changes in each code list that both models have, in their order.
pub(crate) fn by_list<'m>(changes: &Changes<'m>) -> Vec<ListChanges<'m>> {
    let mut lists: Vec<ListChanges<'m>> = Vec::new();
    for (index, change) in changes.open() {
        let Some(list) = change.pair(Kind::CodeList) else {
            continue;
        };
        // The changes of a list follow each other.
        match lists.last_mut() {
            Some(open) if std::ptr::eq(open.list.new, list.new) => open.indexes.push(index),
            _ => lists.push(ListChanges {
                list,
                indexes: vec![index],
            }),
        }
    }
    lists
}

/// A changed label of a meaning, in the languages in which its words differ.
struct Relabelled {
    index: usize,
    old: Words,
    new: Words,
}

/// Returns the labels that some meanings of a list pass on in a circle, as the changes of the labels: each meaning has the former label
/// of the next one.
pub(crate) fn circles(changes: &Changes<'_>, list: &ListChanges<'_>) -> Vec<Vec<usize>> {
    let relabelled = list.indexes.iter().filter_map(|index| {
        let change = &changes.all[*index];
        let What::Attribute { name, old, new } = change.what else {
            return None;
        };
        if name != "label" || change.owner().new.kind != Kind::Meaning {
            return None;
        }
        let (mut old, mut new) = (words_of(old), words_of(new));
        let (before, after) = (old.clone(), new.clone());
        old.retain(|language, words| after.get(language).is_some_and(|after| after != words));
        new.retain(|language, words| before.get(language).is_some_and(|old| old != words));
        (!old.is_empty()).then_some(Relabelled {
            index: *index,
            old,
            new,
        })
    });
    let relabelled: Vec<_> = relabelled.collect();
    let mut by_old_words: BTreeMap<&Words, Vec<usize>> = BTreeMap::new();
    for (place, label) in relabelled.iter().enumerate() {
        by_old_words.entry(&label.old).or_default().push(place);
    }
    let mut is_used = vec![false; relabelled.len()];
    let mut circles = Vec::new();
    for start in 0..relabelled.len() {
        let mut circle = vec![start];
        let mut current = start;
        while !is_used[current] {
            let next = by_old_words.get(&relabelled[current].new);
            let next = next.and_then(|places| {
                let mut free = places.iter().filter(|place| !is_used[**place]);
                free.find(|place| **place == start || !circle.contains(place))
            });
            match next {
                Some(next) if *next == start => {
                    circles.push(
                        circle
                            .iter()
                            .map(|place| relabelled[*place].index)
                            .collect(),
                    );
                    for place in &circle {
                        is_used[*place] = true;
                    }
                    break;
                }
                Some(next) => {
                    current = *next;
                    circle.push(current);
                }
                None => break,
            }
        }
    }
    circles
}

/// Codes of a list that were written anew: each old text has become a new one, with the same meanings.
#[derive(Default)]
pub(crate) struct Recoded<'m> {
    /// The old and the new code of each meaning.
    pub(crate) codes: Vec<[&'m Item; 2]>,
    pub(crate) explains: Vec<usize>,
    /// True if a text of the old list has another meaning in the new one.
    pub(crate) reuses_texts: bool,
}

/// A code of one side that was added, removed, or given another label.
struct Holder<'m> {
    code: &'m Item,
    changes: Vec<usize>,
    /// The code in the other model, if it has it.
    other: Option<&'m Item>,
}

/// Returns the codes of a list that were written anew.
pub(crate) fn recoded<'m>(changes: &Changes<'m>, list: &ListChanges<'_>) -> Recoded<'m> {
    let (mut old, mut new): (Vec<Holder<'m>>, Vec<Holder<'m>>) = (Vec::new(), Vec::new());
    for index in list.indexes.iter().copied() {
        let change = &changes.all[index];
        let holder = |code, other| Holder {
            code,
            changes: vec![index],
            other,
        };
        match change.what {
            What::Removed(code) if code.kind == Kind::Code => old.push(holder(code, None)),
            What::Added(code) if code.kind == Kind::Code => new.push(holder(code, None)),
            What::Attribute { name: "label", .. } => {
                let Some(pair) = change.pair(Kind::Code) else {
                    continue;
                };
                // The changes of a code follow each other.
                let latest = new.last_mut();
                if let Some(holder) = latest.filter(|holder| std::ptr::eq(holder.code, pair.new)) {
                    holder.changes.push(index);
                } else {
                    old.push(holder(pair.old, Some(pair.new)));
                    new.push(holder(pair.new, Some(pair.old)));
                }
            }
            _ => {}
        }
    }
    let published = |holder: &Holder<'_>| text(holder.code).is_some();
    old.retain(published);
    new.retain(published);
    let by_content = unique_by_content(&new);
    let old_by_content = unique_by_content(&old);
    let mut recoded = Recoded::default();
    for start in old.iter().filter(|holder| holder.other.is_none()) {
        let mut path = Vec::new();
        let mut explains = start.changes.clone();
        let mut current = start.code;
        let end = loop {
            let content = content(current);
            if !old_by_content.contains_key(&content) {
                break None;
            }
            let Some(next) = by_content.get(&content) else {
                break None;
            };
            path.push([current, next.code]);
            explains.extend(&next.changes);
            match next.other {
                None => break Some(next),
                Some(old) => current = old,
            }
        };
        if end.is_some() {
            recoded.reuses_texts |= path.len() > 1;
            recoded.codes.extend(path);
            recoded.explains.extend(explains);
        }
    }
    recoded
}

/// Returns the codes by their content, without those that share it with another one.
fn unique_by_content<'h, 'm>(holders: &'h [Holder<'m>]) -> BTreeMap<String, &'h Holder<'m>> {
    let mut by_content: BTreeMap<String, Vec<&Holder<'m>>> = BTreeMap::new();
    for holder in holders {
        // A code without a meaning is like any other without one.
        if !holder.code.children.is_empty() {
            by_content
                .entry(content(holder.code))
                .or_default()
                .push(holder);
        }
    }
    let unique = by_content.into_iter();
    unique
        .filter_map(|(content, holders)| match holders[..] {
            [only] => Some((content, only)),
            _ => None,
        })
        .collect()
}
