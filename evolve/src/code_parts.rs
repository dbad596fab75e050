//! Codes that were split or merged, as their labels say.

use std::collections::{BTreeMap, BTreeSet};

use crate::change::What;
use crate::class::{Class, Verdict};
use crate::code_labels::{
    OwnWords, code, extends, is_contained, is_joined, is_missing, own_words, text, texts,
};
use crate::item::{Item, Kind};
use crate::label_moves::{ListChanges, by_list};
use crate::rule::{Changes, Found};

/// The two directions in which codes are regrouped.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Direction {
    Split,
    Merge,
}

/// A code that rows had before the change or have after it. A code that stays is a candidate of both sides if its label changed.
struct Candidate<'m> {
    code: &'m Item,
    change: usize,
    /// The last day of an old code that was ended and not removed.
    ended: Option<&'m str>,
}

/// Returns the findings about codes that were split, or merged.
///
/// Only labels can say so, and only where they leave no doubt: each part belongs to one whole, and divides its label.
pub(crate) fn found(changes: &Changes<'_>, direction: Direction) -> Vec<Found> {
    let mut findings = Vec::new();
    for list in by_list(changes) {
        let (old, new) = candidates(changes, &list);
        let (wholes, parts) = match direction {
            Direction::Split => (&old, &new),
            Direction::Merge => (&new, &old),
        };
        for (whole, own) in divided(wholes, parts) {
            let Some(lists) = changes.lists(&changes.all[whole.change]) else {
                continue;
            };
            let codes = || std::iter::once(whole).chain(own.iter().copied());
            let data = lists.of_texts(codes().flat_map(|candidate| texts(candidate.code)));
            let shown: Vec<_> = own.iter().map(|part| code(part.code)).collect();
            let message = match direction {
                Direction::Split => format!("{} -> {}", code(whole.code), shown.join(", ")),
                Direction::Merge => format!("{} -> {}", shown.join(", "), code(whole.code)),
            };
            findings.push(
                Found::new(whole.change, message)
                    .and(
                        own.iter()
                            .map(|part| part.change)
                            .filter(|part| *part != whole.change),
                    )
                    .classes(&[Class::Semantic])
                    .viewpoints(data.with(lists.rust_names_codes(), Verdict::No)),
            );
        }
    }
    findings
}

/// Returns the codes of a list that were removed or ended, and those that were added. A code with another label is in both.
fn candidates<'m>(
    changes: &Changes<'m>,
    list: &ListChanges<'_>,
) -> (Vec<Candidate<'m>>, Vec<Candidate<'m>>) {
    let (mut old, mut new) = (Vec::new(), Vec::new());
    for index in list.indexes.iter().copied() {
        let change = &changes.all[index];
        let candidate = |code, ended| Candidate {
            code,
            change: index,
            ended,
        };
        let is_value = |code: &Item| text(code).is_some() && !is_missing(code);
        match change.what {
            What::Added(code) if code.kind == Kind::Code && is_value(code) => {
                new.push(candidate(code, None));
            }
            What::Removed(code) if code.kind == Kind::Code && is_value(code) => {
                old.push(candidate(code, None));
            }
            What::Attribute {
                name: "period.to",
                old: None,
                new: Some(day),
            } => {
                let code = change.pair(Kind::Code).map(|code| code.new);
                if let Some(code) = code.filter(|code| is_value(code)) {
                    old.push(candidate(code, day.as_str()));
                }
            }
            What::Attribute { name: "label", .. } => {
                let code = change.pair(Kind::Code);
                let code = code.filter(|code| is_value(code.old) && is_value(code.new));
                if let Some(code) = code {
                    old.push(candidate(code.old, None));
                    new.push(candidate(code.new, None));
                }
            }
            _ => {}
        }
    }
    (old, new)
}

/// Returns the codes that are divided, each with its parts.
fn divided<'c, 'm>(
    wholes: &'c [Candidate<'m>],
    parts: &'c [Candidate<'m>],
) -> Vec<(&'c Candidate<'m>, Vec<&'c Candidate<'m>>)> {
    let words = |candidates: &[Candidate<'_>]| -> Vec<_> {
        let candidates = candidates.iter();
        candidates
            .map(|candidate| own_words(candidate.code))
            .collect()
    };
    let (whole_words, part_words) = (words(wholes), words(parts));
    let index = WordIndex::new(&part_words);
    let mut owners = vec![0; parts.len()];
    let mut divided = Vec::new();
    for (whole, words) in wholes.iter().zip(&whole_words) {
        let Some(words) = words else {
            continue;
        };
        let (mut extended, mut contained) = (Vec::new(), Vec::new());
        for index in index.candidates(words) {
            let part = &parts[index];
            let part_words = part_words[index].as_ref();
            let Some(part_words) = part_words.filter(|_| may_follow(whole, part)) else {
                continue;
            };
            if extends(part_words, words) {
                owners[index] += 1;
                extended.push(index);
            } else if is_contained(part_words, words) {
                owners[index] += 1;
                contained.push(index);
            }
        }
        let labels: Vec<_> = contained
            .iter()
            .filter_map(|index| part_words[*index].as_ref())
            .collect();
        if extended.len() > 1 && contained.is_empty() {
            divided.push((whole, extended));
        } else if contained.len() > 1 && extended.is_empty() && is_joined(words, &labels) {
            divided.push((whole, contained));
        }
    }
    // A part that may belong to another code as well leaves a doubt.
    divided.retain(|(_, own)| own.iter().all(|index| owners[*index] == 1));
    let divided = divided.into_iter();
    divided
        .map(|(whole, own)| (whole, own.into_iter().map(|index| &parts[index]).collect()))
        .collect()
}

/// The labels of parts by their words, so that a whole is compared with few of them: thousands of codes may be added and removed.
struct WordIndex<'w> {
    /// The parts with each word of a language, in ascending order.
    by_word: BTreeMap<(&'w str, &'w str), Vec<usize>>,
    /// The parts by the word of each language that the fewest parts have.
    by_rarest: BTreeMap<(&'w str, &'w str), Vec<usize>>,
}

impl<'w> WordIndex<'w> {
    fn new(parts: &'w [Option<OwnWords>]) -> Self {
        let mut by_word: BTreeMap<_, Vec<usize>> = BTreeMap::new();
        let labels = || {
            let parts = parts.iter().enumerate();
            let labels = parts.filter_map(|(index, words)| Some((index, words.as_ref()?)));
            labels.flat_map(|(index, words)| {
                let words = words.iter();
                words.map(move |(language, words)| (index, language.as_str(), words))
            })
        };
        for (index, language, words) in labels() {
            for word in words {
                by_word
                    .entry((language, word.as_str()))
                    .or_default()
                    .push(index);
            }
        }
        let mut by_rarest: BTreeMap<_, Vec<usize>> = BTreeMap::new();
        for (index, language, words) in labels() {
            let keys = words.iter().map(|word| (language, word.as_str()));
            if let Some(rarest) = keys.min_by_key(|key| by_word[key].len()) {
                by_rarest.entry(rarest).or_default().push(index);
            }
        }
        Self { by_word, by_rarest }
    }

    /// Returns the parts that may extend the label of a whole, or that it may contain, in ascending order.
    ///
    /// A part that extends it in a language has each of its words, so also the rarest one. A part that it contains has its own rarest
    /// word among those of the whole.
    fn candidates(&self, whole: &OwnWords) -> BTreeSet<usize> {
        let mut candidates = BTreeSet::new();
        for (language, words) in whole {
            let keys = || words.iter().map(|word| (language.as_str(), word.as_str()));
            let with_word = |key| self.by_word.get(&key).map_or(&[][..], Vec::as_slice);
            let rarest = keys().map(with_word).min_by_key(|parts| parts.len());
            candidates.extend(rarest.into_iter().flatten());
            candidates.extend(keys().filter_map(|key| self.by_rarest.get(&key)).flatten());
        }
        candidates
    }
}

/// Returns false if one of the codes was ended, and the other one begins before its end.
fn may_follow(whole: &Candidate<'_>, part: &Candidate<'_>) -> bool {
    let (ended, begins) = match (whole.ended, part.ended) {
        (Some(ended), _) => (ended, part.code),
        (None, Some(ended)) => (ended, whole.code),
        (None, None) => return true,
    };
    let mut meanings = begins.children_of(Kind::Meaning);
    meanings.all(|meaning| meaning.text("period.from") > ended)
}
