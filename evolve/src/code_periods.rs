//! The periods of the meanings of a code in both models: on which days the code has a meaning, and which one.

use std::collections::{BTreeMap, BTreeSet};

use beraad_describe::Date;
use serde_json::Value;

use crate::change::{Pair, What, partners};
use crate::class::{Class, Verdict};
use crate::code_labels::{Words, changed_meanings, is_same, texts, words_of};
use crate::code_lists::Data;
use crate::item::{Item, Kind};
use crate::rule::{Changes, Found};

/// The kinds of changes of the periods of the meanings of a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PeriodChange {
    /// On some day, the code means something else, or has a meaning that it did not have before.
    OtherMeaning,
    /// On some day, the code has a meaning for another source, and the others are as before.
    OtherSource,
    /// The code has no meaning any more after a day.
    Ended,
    /// The code has no meaning any more on other days.
    Narrower,
    /// The code has a meaning on more days, one that it had before.
    Wider,
    /// The meaning on each day is the same.
    OtherParts,
    /// The code has its first meaning, or has none any more.
    AnyMeaning,
}

/// The changed periods of a code.
pub(crate) struct CodePeriods<'m> {
    pub(crate) code: Pair<'m>,
    pub(crate) change: PeriodChange,
    /// The changes of the model, by their index.
    pub(crate) explains: Vec<usize>,
}

/// A meaning on days.
struct Span {
    from: i32,
    /// The day after the last one.
    until: i32,
    source: String,
    /// A number that is the same for the same meaning in both models.
    meaning: usize,
}

/// Returns the codes with meanings that were added or removed, or that have other periods.
pub(crate) fn changed_periods<'m>(changes: &Changes<'m>) -> Vec<CodePeriods<'m>> {
    let mut codes: BTreeMap<*const Item, (Pair<'m>, Vec<usize>)> = BTreeMap::new();
    let mut order = Vec::new();
    for (index, change) in changes.open() {
        let is_of_periods = match change.what {
            What::Added(item) | What::Removed(item) => item.kind == Kind::Meaning,
            What::Attribute { name, .. } => {
                change.owner().new.kind == Kind::Meaning && name.starts_with("period.")
            }
            What::Order(_) => false,
        };
        if let Some(pair) = change.pair(Kind::Code).filter(|_| is_of_periods) {
            let code: *const Item = pair.new;
            let entry = codes.entry(code).or_insert_with(|| {
                order.push(code);
                (pair, Vec::new())
            });
            entry.1.push(index);
        }
    }
    let codes = order.into_iter().filter_map(|code| codes.remove(&code));
    codes
        .map(|(code, mut explains)| {
            let (change, replaced) = period_change(code);
            // A label that belongs to another period is part of the change, as are the other parts of the meaning.
            let open = changes.open().filter(|_| !replaced.is_empty());
            for (index, change) in open {
                if let What::Attribute { name, .. } = change.what
                    && (name == "label" || is_content(name))
                    && replaced
                        .iter()
                        .any(|meaning| std::ptr::eq(*meaning, change.owner().new))
                {
                    explains.push(index);
                }
            }
            CodePeriods {
                code,
                change,
                explains,
            }
        })
        .collect()
}

/// Returns the kind of the change, and the new meanings that took the place of another one.
fn period_change(code: Pair<'_>) -> (PeriodChange, Vec<&Item>) {
    let old: Vec<_> = code.old.children_of(Kind::Meaning).collect();
    let new: Vec<_> = code.new.children_of(Kind::Meaning).collect();
    if old.is_empty() || new.is_empty() {
        return (PeriodChange::AnyMeaning, Vec::new());
    }
    let old_content: Vec<_> = old.iter().map(|meaning| Content::of(meaning)).collect();
    let known = |content: &Content| old_content.iter().position(|old| old.is_same(content));
    let mut old_spans: Vec<_> = old.iter().map(|meaning| Span::of(meaning)).collect();
    for (index, span) in old_spans.iter_mut().enumerate() {
        span.meaning = known(&old_content[index]).unwrap_or(index);
    }
    let mut new_spans: Vec<_> = new.iter().map(|meaning| Span::of(meaning)).collect();
    let mut replaced = Vec::new();
    let mut unknown: Vec<Content> = Vec::new();
    let partners = partners(Kind::Meaning, &old, &new);
    for (index, partner) in partners.into_iter().enumerate() {
        let content = Content::of(new[index]);
        let continued = partner.filter(|partner| new_spans[index].overlaps(&old_spans[*partner]));
        new_spans[index].meaning = match (known(&content), continued) {
            (Some(known), _) => known,
            // The same meaning with another label, which is a change of its own.
            (None, Some(partner)) => old_spans[partner].meaning,
            (None, None) => {
                let before = unknown.iter().position(|before| before.is_same(&content));
                let number = before.unwrap_or_else(|| {
                    unknown.push(content);
                    unknown.len() - 1
                });
                old.len() + number
            }
        };
        if let Some(partner) = partner
            && new_spans[index].meaning != old_spans[partner].meaning
        {
            replaced.push(new[index]);
        }
    }
    (compare(&old_spans, &new_spans), replaced)
}

/// The content of a meaning: all that it says, without its period.
struct Content<'m> {
    words: Words,
    rest: Vec<(&'m String, &'m Value)>,
}

/// Returns true for an attribute that is part of what a meaning says.
fn is_content(attribute: &str) -> bool {
    attribute.starts_with("class.") || matches!(attribute, "source" | "missing")
}

impl<'m> Content<'m> {
    fn of(meaning: &'m Item) -> Self {
        let attributes = meaning.attributes.iter();
        Self {
            words: words_of(meaning.attributes.get("label")),
            rest: attributes.filter(|(name, _)| is_content(name)).collect(),
        }
    }

    fn is_same(&self, other: &Self) -> bool {
        is_same(&self.words, &other.words) && self.rest == other.rest
    }
}

impl Span {
    fn of(meaning: &Item) -> Self {
        let day = |name| {
            meaning
                .text(name)
                .parse::<Date>()
                .ok()
                .map(Date::to_epoch_days)
        };
        Self {
            from: day("period.from").unwrap_or(i32::MIN),
            until: day("period.to").map_or(i32::MAX, |last| last + 1),
            source: meaning.text("source").to_owned(),
            meaning: 0,
        }
    }

    fn overlaps(&self, other: &Self) -> bool {
        self.from.max(other.from) < self.until.min(other.until)
    }
}

/// Compares the meanings on each day. They only change where a period begins or ends, so that the days on which one does are enough.
fn compare(old: &[Span], new: &[Span]) -> PeriodChange {
    let days: BTreeSet<_> = old
        .iter()
        .chain(new)
        .flat_map(|span| [span.from, span.until])
        .chain([i32::MIN])
        .filter(|day| *day != i32::MAX)
        .collect();
    let on = |spans: &[Span], day: i32| {
        let mut meanings: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
        for span in spans {
            if span.from <= day && day < span.until {
                let source = span.source.clone();
                meanings.entry(source).or_default().insert(span.meaning);
            }
        }
        meanings
    };
    let is_known = |meaning: &usize| old.iter().any(|span| span.meaning == *meaning);
    let (mut is_other, mut is_other_source, mut is_wider) = (false, false, false);
    let mut lost = Vec::new();
    let mut kept_until = i32::MIN;
    for day in days {
        let (then, now) = (on(old, day), on(new, day));
        is_other |= now
            .iter()
            .any(|(source, now)| then.get(source).is_some_and(|then| then != now));
        match (then.is_empty(), now.is_empty()) {
            (true, false) => {
                is_wider = true;
                is_other |= now.values().flatten().any(|meaning| !is_known(meaning));
            }
            (false, true) => lost.push(day),
            (false, false) => is_other_source |= !then.keys().eq(now.keys()),
            (true, true) => {}
        }
        if !now.is_empty() {
            kept_until = day;
        }
    }
    let has_open_end = old.iter().any(|span| span.until == i32::MAX);
    if is_other {
        PeriodChange::OtherMeaning
    } else if is_other_source {
        PeriodChange::OtherSource
    } else if !lost.is_empty()
        && !is_wider
        && has_open_end
        && lost.iter().all(|day| *day > kept_until)
    {
        PeriodChange::Ended
    } else if !lost.is_empty() {
        PeriodChange::Narrower
    } else if is_wider {
        PeriodChange::Wider
    } else {
        PeriodChange::OtherParts
    }
}

/// Returns what the meanings of a code say, apart from their periods and sources.
fn contents(code: &Item) -> Vec<Content<'_>> {
    let meanings = code.children_of(Kind::Meaning);
    let contents = meanings.map(|meaning| {
        let mut content = Content::of(meaning);
        content.rest.retain(|(name, _)| *name != "source");
        content
    });
    contents.collect()
}

/// Returns true if a code has the same meanings in both models, apart from their periods and sources.
fn have_same_meanings(old: &Item, new: &Item) -> bool {
    let (old, new) = (contents(old), contents(new));
    let are_in = |one: &[Content<'_>], other: &[Content<'_>]| {
        one.iter()
            .all(|content| other.iter().any(|it| it.is_same(content)))
    };
    are_in(&old, &new) && are_in(&new, &old)
}

/// Returns the findings about codes whose periods changed in one way. `same_meanings_remedy` is the advice if only periods and sources
/// changed, where it differs from that of the rule.
pub(crate) fn period_findings(
    changes: &Changes<'_>,
    change: PeriodChange,
    classes: fn(Data) -> &'static [Class],
    series_comparable: Verdict,
    same_meanings_remedy: Option<&'static str>,
) -> Vec<Found> {
    let codes = changed_periods(changes).into_iter();
    let found = codes
        .filter(|code| code.change == change)
        .filter_map(|code| {
            let Pair { old, new } = code.code;
            let (first, rest) = code.explains.split_first()?;
            let lists = changes.lists(&changes.all[*first])?;
            let data = lists.of_texts(texts(old).into_iter().chain(texts(new)));
            let found = Found::new(*first, changed_meanings(old, new));
            let found = match same_meanings_remedy {
                Some(remedy) if have_same_meanings(old, new) => found.remedy(remedy),
                _ => found,
            };
            Some(
                found
                    .and(rest.iter().copied())
                    .classes(classes(data))
                    .viewpoints(data.with(Verdict::Yes, series_comparable)),
            )
        });
    found.collect()
}
