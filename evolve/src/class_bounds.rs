//! The bounds of classes of amounts in both models: which amounts each class contains.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::bound::Bound;
use crate::change::{Pair, What};
use crate::class::{Class, Verdict};
use crate::class_text::{has_bounds, shown_bounds, shown_class};
use crate::code_labels::{name, texts};
use crate::item::{Item, Kind};
use crate::label_moves::{ListChanges, by_list};
use crate::rule::{Attribute, Changes, Found};
use crate::shown::{listed, listed_with};

/// The amounts of a changed class in one model.
struct Interval<'m> {
    code: &'m Item,
    lower: Bound,
    upper: Bound,
    shown: String,
    is_new: bool,
    changes: Vec<usize>,
}

impl<'m> Interval<'m> {
    fn of(code: &'m Item, meaning: &Item, is_new: bool, change: usize) -> Option<Self> {
        if !has_bounds(meaning) {
            return None;
        }
        let bound = |name: &str, open: Bound| match meaning.text(name) {
            "" => Some(open),
            text => Bound::parse(text),
        };
        Some(Self {
            code,
            lower: bound("class.lower", Bound::Lowest)?,
            upper: bound("class.upper", Bound::Highest)?,
            shown: format!("{} {}", name(code), shown_bounds(meaning)),
            is_new,
            changes: vec![change],
        })
    }
}

/// The kinds of changes of classes that belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ClassChange {
    /// More classes of the same amounts.
    Finer,
    /// Fewer classes of the same amounts.
    Coarser,
    /// Other amounts, with the same codes.
    Moved,
}

/// Classes whose amounts overlap, and that changed.
pub(crate) struct ClassGroup<'m> {
    pub(crate) change: ClassChange,
    /// True if a class without a bound at an end was given one, or the other way round.
    pub(crate) is_at_open_end: bool,
    pub(crate) codes: Vec<&'m Item>,
    pub(crate) explains: Vec<usize>,
    /// The classes in both models: `"1" 0 to 5 -> "1" 0 to 10`.
    pub(crate) message: String,
}

/// Returns the groups of classes of a list whose bounds changed.
pub(crate) fn class_groups<'m>(
    changes: &Changes<'m>,
    list: &ListChanges<'_>,
) -> Vec<ClassGroup<'m>> {
    let mut intervals: Vec<Interval<'m>> = Vec::new();
    for index in list.indexes.iter().copied() {
        let change = &changes.all[index];
        match change.what {
            What::Added(code) | What::Removed(code) if code.kind == Kind::Code => {
                let is_new = matches!(change.what, What::Added(_));
                let meanings = code.children_of(Kind::Meaning);
                let of_code = meanings.map(|meaning| Interval::of(code, meaning, is_new, index));
                let of_code: Option<Vec<_>> = of_code.collect();
                intervals.extend(of_code.into_iter().flatten());
            }
            What::Attribute {
                name: "class.lower" | "class.upper",
                ..
            } => {
                let Some(code) = change.pair(Kind::Code) else {
                    continue;
                };
                let meaning = change.owner();
                let known = intervals.iter_mut().filter(|known| {
                    known
                        .changes
                        .iter()
                        .any(|known| std::ptr::eq(changes.all[*known].owner().new, meaning.new))
                });
                let mut is_known = false;
                for known in known {
                    known.changes.push(index);
                    is_known = true;
                }
                if !is_known
                    && let Some(old) = Interval::of(code.old, meaning.old, false, index)
                    && let Some(new) = Interval::of(code.new, meaning.new, true, index)
                    // The same number in another form is a change of the text alone.
                    && (&old.lower, &old.upper) != (&new.lower, &new.upper)
                {
                    intervals.extend([old, new]);
                }
            }
            _ => {}
        }
    }
    groups(intervals)
        .into_iter()
        .filter_map(|group| ClassGroup::of(changes, group))
        .collect()
}

/// Returns the findings about the groups of classes for which a rule returns classes.
pub(crate) fn class_findings(
    changes: &Changes<'_>,
    classes: impl Fn(&ClassGroup<'_>) -> Option<&'static [Class]>,
) -> Vec<Found> {
    let mut findings = Vec::new();
    for list in by_list(changes) {
        for group in class_groups(changes, &list) {
            let Some((classes, (first, rest))) = classes(&group).zip(group.explains.split_first())
            else {
                continue;
            };
            let Some(lists) = changes.lists(&changes.all[*first]) else {
                continue;
            };
            let data = lists.of_texts(group.codes.iter().copied().flat_map(texts));
            let is_attribute =
                |index: &usize| matches!(changes.all[*index].what, What::Attribute { .. });
            let rust_api = if group.explains.iter().all(is_attribute) {
                Verdict::Yes
            } else {
                lists.rust_names_codes()
            };
            let found = Found::new(*first, group.message.clone());
            findings.push(
                found
                    .and(rest.iter().copied())
                    .classes(classes)
                    .viewpoints(data.with(rust_api, Verdict::No)),
            );
        }
    }
    findings
}

/// Returns the intervals in groups of those that overlap or belong to one code.
fn groups(intervals: Vec<Interval<'_>>) -> Vec<Vec<Interval<'_>>> {
    let mut groups: Vec<Vec<Interval<'_>>> = Vec::new();
    for interval in intervals {
        let belongs = |group: &Vec<Interval<'_>>| {
            group.iter().any(|other| {
                let overlaps =
                    (&interval.lower).max(&other.lower) < (&interval.upper).min(&other.upper);
                // An interval of each model shares its changes with that of the other one.
                overlaps || interval.changes[0] == other.changes[0]
            })
        };
        let (joined, apart): (Vec<_>, Vec<_>) = groups.into_iter().partition(belongs);
        groups = apart;
        groups.push(joined.into_iter().flatten().chain([interval]).collect());
    }
    groups
}

impl<'m> ClassGroup<'m> {
    /// Returns the group, if its classes changed in a way that the bounds decide.
    fn of(changes: &Changes<'m>, intervals: Vec<Interval<'m>>) -> Option<Self> {
        let (mut new, mut old): (Vec<_>, Vec<_>) =
            intervals.into_iter().partition(|interval| interval.is_new);
        for side in [&mut old, &mut new] {
            side.sort_by(|one, other| one.lower.cmp(&other.lower));
        }
        let all = || old.iter().chain(&new);
        let mut explains: BTreeSet<_> = all()
            .flat_map(|interval| interval.changes.clone())
            .collect();
        let steps = bounds_in_steps(&old).zip(bounds_in_steps(&new));
        let change = match steps {
            Some((old, new)) if old.first() == new.first() && old.last() == new.last() => {
                if old.len() < new.len() && old.is_subset(&new) {
                    ClassChange::Finer
                } else if new.len() < old.len() && new.is_subset(&old) {
                    ClassChange::Coarser
                } else {
                    ClassChange::Moved
                }
            }
            _ => ClassChange::Moved,
        };
        if change == ClassChange::Moved {
            // Codes that were added or removed are changes of their own.
            explains.retain(|index| matches!(changes.all[*index].what, What::Attribute { .. }));
        }
        // Classes that exchange their bounds leave both ends as they were, and a merge closes none.
        let is_open_end_changed = explains.iter().any(|index| {
            matches!(
                changes.all[*index].what,
                What::Attribute { old: None, .. } | What::Attribute { new: None, .. }
            )
        });
        let open_ends = |side: &[Interval<'_>]| {
            let lower = side.iter().filter(|it| it.lower == Bound::Lowest).count();
            let upper = side.iter().filter(|it| it.upper == Bound::Highest).count();
            (lower, upper)
        };
        let is_at_open_end = match change {
            ClassChange::Finer => is_open_end_changed,
            ClassChange::Coarser => false,
            ClassChange::Moved => is_open_end_changed && open_ends(&old) != open_ends(&new),
        };
        let is_explained = |interval: &&Interval<'_>| {
            interval
                .changes
                .iter()
                .any(|index| explains.contains(index))
        };
        let codes = old.iter().chain(&new).filter(is_explained);
        let codes = codes.map(|interval| interval.code).collect();
        let text = |side: &[Interval<'_>]| {
            let explained = side.iter().filter(is_explained);
            let texts: Vec<_> = explained.map(|interval| &*interval.shown).collect();
            texts.join(", ")
        };
        let message = format!("{} -> {}", text(&old), text(&new));
        (!explains.is_empty()).then_some(Self {
            change,
            is_at_open_end,
            codes,
            explains: explains.into_iter().collect(),
            message,
        })
    }
}

/// When something about a class was documented.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Documented {
    /// In the new model, and not in the old one.
    Now,
    /// In the old model, and not in the new one.
    NotAnyMore,
}

/// Returns the findings about bounds, included sides, units and currencies that only one of the models states, one for each list.
///
/// Of a class with one bound, the other end is open, and a bound there is another class. So bounds count only if a model has none.
pub(crate) fn documented(changes: &Changes<'_>, when: Documented) -> Vec<Found> {
    let mut meanings: Vec<(Pair<'_>, Vec<usize>)> = Vec::new();
    for attribute in changes.attributes(Kind::Meaning) {
        let pair = attribute.pair();
        let (without, with, lost) = match when {
            Documented::Now => (pair.old, attribute.new, attribute.old),
            Documented::NotAnyMore => (pair.new, attribute.old, attribute.new),
        };
        let is_stated = |value: Option<&Value>| value.is_some_and(|value| value != "unknown");
        let is_documented = match attribute.name {
            "class.lower" | "class.upper" => !has_bounds(without),
            // Without a class there is no side either.
            "class.closed" => !is_stated(lost) && (is_stated(with) || lost.is_none()),
            "class.unit" | "class.currency" => lost.is_none(),
            _ => false,
        };
        if !is_documented {
            continue;
        }
        match meanings.last_mut() {
            Some((known, indexes)) if std::ptr::eq(known.new, pair.new) => {
                indexes.push(attribute.index);
            }
            _ => meanings.push((pair, vec![attribute.index])),
        }
    }
    let classes = meanings.into_iter().map(|(pair, indexes)| ChangedClass {
        text: format!("{} -> {}", shown_class(pair.old), shown_class(pair.new)),
        indexes,
    });
    of_lists(changes, &classes.collect::<Vec<_>>())
}

/// A class of amounts of which something other than a bound changed.
struct ChangedClass {
    /// The old and the new value for a message.
    text: String,
    indexes: Vec<usize>,
}

/// Returns the findings about one attribute of classes that changed, or about several of them: one for each list, since a
/// list has one currency, one unit and one convention.
pub(crate) fn attributes_of_lists(
    changes: &Changes<'_>,
    is_of_rule: impl Fn(&Attribute<'_, '_>) -> bool,
) -> Vec<Found> {
    let attributes = changes.attributes(Kind::Meaning);
    let attributes: Vec<_> = attributes.filter(|it| is_of_rule(it)).collect();
    let meanings = attributes.chunk_by(|one, other| std::ptr::eq(one.pair().new, other.pair().new));
    let classes = meanings.map(|parts| {
        let texts: Vec<_> = parts.iter().map(Attribute::change_text).collect();
        ChangedClass {
            text: texts.join(", "),
            indexes: parts.iter().map(|part| part.index).collect(),
        }
    });
    of_lists(changes, &classes.collect::<Vec<_>>())
}

fn of_lists(changes: &Changes<'_>, classes: &[ChangedClass]) -> Vec<Found> {
    let of_change = |index: usize, kind| changes.all[index].pair(kind).map(|pair| pair.new);
    let list = |class: &ChangedClass| of_change(class.indexes[0], Kind::CodeList);
    let lists = classes.chunk_by(|one, other| match (list(one), list(other)) {
        (Some(one), Some(other)) => std::ptr::eq(one, other),
        _ => false,
    });
    let found = lists.map(|classes| {
        let mut by_text: Vec<(&str, Vec<String>)> = Vec::new();
        for class in classes {
            let code = of_change(class.indexes[0], Kind::Code)
                .map(name)
                .unwrap_or_default();
            match by_text.iter_mut().find(|(text, _)| *text == class.text) {
                Some((_, codes)) => codes.push(code),
                None => by_text.push((&class.text, vec![code])),
            }
        }
        let parts: Vec<_> = by_text
            .iter()
            .map(|(text, codes)| format!("{}: {text}", listed(codes, codes.len())))
            .collect();
        let mut indexes = classes
            .iter()
            .flat_map(|class| class.indexes.iter().copied());
        let first = indexes.next().unwrap_or_default();
        match classes {
            [only] => Found::new(first, &*only.text).and(indexes),
            _ => Found::new(first, listed_with(&parts, "; "))
                .and(indexes)
                .of_whole(Kind::CodeList),
        }
    });
    found.collect()
}

/// Returns the bounds of classes that follow each other without a gap; `None` if there is a gap or an overlap.
fn bounds_in_steps<'i>(sorted: &'i [Interval<'_>]) -> Option<BTreeSet<&'i Bound>> {
    let follow = sorted.windows(2).all(|pair| pair[0].upper == pair[1].lower);
    let bounds = sorted
        .iter()
        .flat_map(|interval| [&interval.lower, &interval.upper]);
    (follow && !sorted.is_empty()).then(|| bounds.collect())
}
