//! Code lists that were divided over several lists, or put together into one.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::change::What;
use crate::class::Verdict;
use crate::code_labels::{content, text, texts};
use crate::code_lists::Data;
use crate::item::{Item, Kind};
use crate::rule::{Changes, Found};

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
        let mut found = Found::new(*first, message).and(rest.iter().copied());
        // Rows of the columns that still use the list.
        let mut lists = regrouped.explains.iter();
        let of_kept = lists
            .find_map(|index| changes.lists(&changes.all[*index]))
            .map(|lists| lists.of_texts(regrouped.moved.iter().copied().flat_map(texts)));
        // Rows of the columns that used a list that was merged into the other one.
        let of_parts = || {
            let parts = regrouped.parts.iter();
            parts.filter_map(|part| {
                let lists = changes.lists_of(part.text("id"), whole)?;
                let codes = [*part, regrouped.whole].into_iter();
                let codes = codes.flat_map(|list| list.children_of(Kind::Code));
                let data = lists.of_texts(codes.flat_map(texts));
                Some(data.and(lists.of_rejection()).and(lists.of_forms()))
            })
        };
        let data = match direction {
            Regrouping::Split => of_kept,
            Regrouping::Merge => of_kept.into_iter().chain(of_parts()).reduce(Data::and),
        };
        if let Some(data) = data {
            found = found.viewpoints(data.with(Verdict::No, Verdict::Yes));
        }
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
        let is_named = |part: &Item| match direction {
            Regrouping::Split => has_former_name(part, self.item.text("id")),
            Regrouping::Merge => has_former_name(self.item, part.text("id")),
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
        let codes = self.codes.iter();
        let codes = codes.filter(|(code, _)| moved.contains(&identity(code)));
        let indexes = codes.clone().filter_map(|(_, index)| *index);
        let lists = found.iter().map(|(index, _)| *index);
        Some(Regrouped {
            whole: self.item,
            kept: self.kept,
            moved: codes.map(|(code, _)| *code).collect(),
            parts: found.iter().map(|(_, part)| *part).collect(),
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
