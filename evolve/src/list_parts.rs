//! Code lists that were divided over several lists, or put together into one.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde_json::Value;

use crate::change::What;
use crate::class::{Class, Verdict};
use crate::code_labels::{content, text, texts};
use crate::code_lists::Data;
use crate::item::{Item, Kind};
use crate::rule::{Attribute, Changes, Found};
use crate::shown::listed;

/// The two directions in which lists are regrouped.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Regrouping {
    Split,
    Merge,
}

/// A list that several lists continue, or that continues several lists.
struct Regrouped<'m> {
    /// The list of all codes: of a split the old one, of a merge the new one.
    whole: &'m Item,
    /// The list that both models have and that is one of the parts; `None` if all parts are only in one model.
    kept: Option<&'m Item>,
    /// The lists that only one model has.
    parts: Vec<&'m Item>,
    explains: Vec<usize>,
    /// The codes that moved from or to the list that both models have.
    moved: Vec<&'m Item>,
    /// The codes that are not the same in the whole and in its parts.
    deviations: Deviations,
}

/// The codes that are not the same in a list and in its parts, as their texts with the list that has or had them.
#[derive(Default)]
struct Deviations {
    changed: Vec<String>,
    added: Vec<String>,
    removed: Vec<String>,
    /// The parts that are open, or closed, where the whole is not.
    kinds: Vec<String>,
}

/// A list whose codes may have moved to others.
struct Whole<'m> {
    item: &'m Item,
    kept: Option<&'m Item>,
    /// The changes of the list as a whole: that it was added or removed, or its new name.
    changes: Vec<usize>,
    /// The codes that only this side has, with the change if it is one of its own.
    codes: Vec<(&'m Item, Option<usize>)>,
}

/// Returns the lists that were split, or merged.
///
/// The new lists say so in `renamed_from`, or all codes of each part left the whole at the same time, with their meanings.
fn regrouped<'m>(changes: &Changes<'m>, direction: Regrouping) -> Vec<Regrouped<'m>> {
    let mut parts: Vec<(usize, &'m Item)> = Vec::new();
    let mut wholes: Vec<Whole<'m>> = Vec::new();
    let is_split = direction == Regrouping::Split;
    for (index, change) in changes.open() {
        let is_added = matches!(change.what, What::Added(_));
        match change.what {
            What::Added(item) | What::Removed(item) if item.kind == Kind::CodeList => {
                if is_added == is_split {
                    parts.push((index, item));
                } else {
                    let codes = item.children_of(Kind::Code).map(|code| (code, None));
                    wholes.push(Whole {
                        item,
                        kept: None,
                        changes: vec![index],
                        codes: codes.collect(),
                    });
                }
                continue;
            }
            _ => {}
        }
        let Some(pair) = change.pair(Kind::CodeList) else {
            continue;
        };
        let (item, kept) = if is_split {
            (pair.old, pair.new)
        } else {
            (pair.new, pair.old)
        };
        let known = wholes
            .iter()
            .position(|whole| std::ptr::eq(whole.item, item));
        let known = known.unwrap_or_else(|| {
            wholes.push(Whole {
                item,
                kept: Some(kept),
                changes: Vec::new(),
                codes: Vec::new(),
            });
            wholes.len() - 1
        });
        match change.what {
            What::Added(code) | What::Removed(code)
                if code.kind == Kind::Code && is_added != is_split =>
            {
                wholes[known].codes.push((code, Some(index)));
            }
            What::Attribute { name, .. } => {
                let is_name = matches!(name, "id" | "renamed_from");
                if is_name && change.owner().new.kind == Kind::CodeList {
                    wholes[known].changes.push(index);
                }
            }
            _ => {}
        }
    }
    let regrouped = wholes
        .iter()
        .filter_map(|whole| whole.regrouped(&parts, direction));
    regrouped.collect()
}

/// Returns the findings about lists that were split, or merged.
pub(crate) fn found(changes: &Changes<'_>, direction: Regrouping) -> Vec<Found> {
    let mut is_used = BTreeSet::new();
    let mut findings = Vec::new();
    for regrouped in regrouped(changes, direction) {
        let Some((first, rest)) = regrouped.explains.split_first() else {
            continue;
        };
        // A list that may belong to two others belongs to the first.
        if regrouped
            .explains
            .iter()
            .any(|index| is_used.contains(index))
        {
            continue;
        }
        is_used.extend(regrouped.explains.iter().copied());
        let whole = regrouped.whole.text("id");
        let parts = regrouped
            .kept
            .into_iter()
            .chain(regrouped.parts.iter().copied());
        let parts: Vec<_> = parts.map(|part| part.text("id")).collect();
        let parts = parts.join(", ");
        let message = match direction {
            Regrouping::Split => format!("{whole} -> {parts}"),
            Regrouping::Merge => format!("{parts} -> {whole}"),
        };
        let message = format!("{message}{}", regrouped.deviations);
        let columns = regrouped.columns(changes, direction);
        let mut found = Found::new(*first, message)
            .and(rest.iter().copied())
            .and(columns.iter().map(|column| column.index));
        // Rows of the columns that still use the list.
        let mut lists = regrouped.explains.iter();
        let of_kept = lists
            .find_map(|index| changes.lists(&changes.all[*index]))
            .map(|lists| lists.of_texts(regrouped.moved.iter().copied().flat_map(texts)));
        // Rows of the columns that used a list that was merged into the other one.
        let of_parts = || {
            // Columns that use a part of a divided list instead of the list.
            let is_used = |part: &Item| {
                direction == Regrouping::Merge
                    || columns.iter().any(|it| it.new_text() == part.text("id"))
            };
            let parts = regrouped.parts.iter().filter(move |part| is_used(part));
            parts.filter_map(|part| {
                let part_id = part.text("id");
                let lists = match direction {
                    Regrouping::Split => changes.lists_of(whole, part_id)?,
                    Regrouping::Merge => changes.lists_of(part_id, whole)?,
                };
                let codes = [*part, regrouped.whole].into_iter();
                let codes = codes.flat_map(|list| list.children_of(Kind::Code));
                let data = lists.of_texts(codes.flat_map(texts));
                Some(data.and(lists.of_rejection()).and(lists.of_forms()))
            })
        };
        let data = of_kept.into_iter().chain(of_parts()).reduce(Data::and);
        let (classes, series): (&[Class], _) = if regrouped.deviations.changed.is_empty() {
            (&[Class::Breaking], Verdict::Yes)
        } else {
            (&[Class::Breaking, Class::Semantic], Verdict::No)
        };
        let data = data.unwrap_or(Data::VALID);
        found = found
            .classes(classes)
            .viewpoints(data.with(Verdict::No, series));
        findings.push(found);
    }
    findings
}

impl<'m> Whole<'m> {
    fn regrouped(
        &self,
        parts: &[(usize, &'m Item)],
        direction: Regrouping,
    ) -> Option<Regrouped<'m>> {
        let own: BTreeSet<_> = self.codes.iter().map(|(code, _)| identity(code)).collect();
        // One of the two names the other: the new list the old one, or the other way round where a change is taken back.
        let is_named = |part: &Item| {
            has_former_name(part, self.item.text("id"))
                || has_former_name(self.item, part.text("id"))
        };
        let has_its_codes = |part: &Item| {
            // Unpublished codes alone are too little to recognize a list by.
            part.children_of(Kind::Code)
                .any(|code| text(code).is_some())
                && part
                    .children_of(Kind::Code)
                    .all(|code| own.contains(&identity(code)))
        };
        let mut found: Vec<_> = parts
            .iter()
            .filter(|(_, part)| is_named(part) || has_its_codes(part))
            .collect();
        let is_all_named = found.iter().all(|(_, part)| is_named(part));
        let moved = |found: &[&(usize, &Item)]| -> Vec<_> {
            let codes = found
                .iter()
                .flat_map(|(_, part)| part.children_of(Kind::Code));
            codes.map(identity).collect()
        };
        if self.kept.is_none() && !is_all_named {
            // Nobody names the lists: their codes must be all codes of the whole, each once.
            found.retain(|(_, part)| has_its_codes(part));
            let moved = moved(&found);
            let distinct: BTreeSet<_> = moved.iter().cloned().collect();
            if distinct.len() != moved.len() || distinct != own {
                return None;
            }
        }
        let least = if self.kept.is_some() { 1 } else { 2 };
        if found.len() < least {
            return None;
        }
        let moved: BTreeSet<_> = moved(&found).into_iter().collect();
        let parts: Vec<_> = found.iter().map(|(_, part)| *part).collect();
        // A code that moved with another meaning is the same code.
        let moved_texts: BTreeSet<_> = parts
            .iter()
            .flat_map(|part| part.children_of(Kind::Code))
            .filter_map(text)
            .collect();
        let codes = self.codes.iter();
        let codes = codes.filter(|(code, _)| {
            moved.contains(&identity(code))
                || text(code).is_some_and(|text| moved_texts.contains(text))
        });
        let indexes = codes.clone().filter_map(|(_, index)| *index);
        let lists = found.iter().map(|(index, _)| *index);
        Some(Regrouped {
            whole: self.item,
            kept: self.kept,
            moved: codes.map(|(code, _)| *code).collect(),
            deviations: self.deviations(&parts, direction),
            parts,
            explains: self
                .changes
                .iter()
                .copied()
                .chain(lists)
                .chain(indexes)
                .collect(),
        })
    }
}

impl Whole<'_> {
    /// Compares the codes of the parts with those of the whole.
    fn deviations(&self, parts: &[&Item], direction: Regrouping) -> Deviations {
        let mut deviations = Deviations::default();
        let codes = self.item.children_of(Kind::Code);
        let whole: BTreeMap<_, _> = codes.filter_map(|code| Some((text(code)?, code))).collect();
        for part in parts {
            let list = part.text("id");
            for code in part.children_of(Kind::Code) {
                let Some(code_text) = text(code) else {
                    continue;
                };
                let name = format!("{code_text:?} in {list}");
                match whole.get(code_text) {
                    Some(of_whole) if content(of_whole) == content(code) => {}
                    Some(_) => deviations.changed.push(name),
                    None if direction == Regrouping::Split => deviations.added.push(name),
                    None => deviations.removed.push(name),
                }
            }
            if part.text("kind") != self.item.text("kind") {
                let kind = format!("{list} is {}", part.text("kind"));
                deviations.kinds.push(kind);
            }
        }
        // Where both models have the list, each of its codes that was added or removed is a change of its own.
        if self.kept.is_none() {
            let codes = parts.iter().flat_map(|part| part.children_of(Kind::Code));
            let of_parts: BTreeSet<_> = codes.filter_map(text).collect();
            let texts = self.item.children_of(Kind::Code).filter_map(text);
            let others = texts.filter(|text| !of_parts.contains(text));
            let others = others.map(|text| format!("{text:?} in {}", self.item.text("id")));
            match direction {
                Regrouping::Split => deviations.removed.extend(others),
                Regrouping::Merge => deviations.added.extend(others),
            }
        }
        deviations
    }
}

/// The end of a message about the lists: `; other meanings: "7" in part`; empty without a deviation.
impl fmt::Display for Deviations {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kinds = [
            ("; other meanings: ", &self.changed),
            ("; new codes: ", &self.added),
            ("; without the codes: ", &self.removed),
            ("; ", &self.kinds),
        ];
        for (words, names) in kinds {
            if !names.is_empty() {
                write!(f, "{words}{}", listed(names, names.len()))?;
            }
        }
        Ok(())
    }
}

impl Regrouped<'_> {
    /// Returns the changes of columns that use a part instead of the whole, or the whole instead of a part.
    fn columns<'c, 'm>(
        &self,
        changes: &'c Changes<'m>,
        direction: Regrouping,
    ) -> Vec<Attribute<'c, 'm>> {
        let id = |list: &&Item| list.text("id").to_owned();
        let whole: BTreeSet<_> = [Some(self.whole), self.kept]
            .iter()
            .flatten()
            .map(id)
            .collect();
        let parts: BTreeSet<_> = self.parts.iter().map(id).collect();
        let (old, new) = match direction {
            Regrouping::Split => (whole, parts),
            Regrouping::Merge => (parts, whole),
        };
        let attributes = changes.attributes(Kind::Column);
        let attributes = attributes.filter(|attribute| {
            ["code_list", "value_type.list", "value_type.item.list"].contains(&attribute.name)
                && old.contains(attribute.old_text())
                && new.contains(attribute.new_text())
        });
        attributes.collect()
    }
}

/// Returns what a code has in whatever list: its text, and its meanings.
pub(crate) fn identity(code: &Item) -> (Option<String>, String) {
    (text(code).map(str::to_owned), content(code))
}

pub(crate) fn has_former_name(list: &Item, name: &str) -> bool {
    let former = list
        .attributes
        .get("renamed_from")
        .and_then(Value::as_array);
    former.is_some_and(|former| former.iter().any(|former| former == name))
}
