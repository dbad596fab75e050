//! The labels of codes, as words to compare and as text for messages.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::class_text::{has_bounds, shown_class};
use crate::item::{Item, Kind};
use crate::rule::{Changes, Single};
use crate::shown::shown;
use crate::text_change::words;

/// The words of a label by language.
pub(crate) type Words = BTreeMap<String, Vec<String>>;

/// Returns the words of a label by language; none if there is no label.
pub(crate) fn words_of(label: Option<&Value>) -> Words {
    match label {
        Some(Value::Object(texts)) => {
            let texts = texts.iter();
            texts
                .map(|(language, text)| (language.clone(), words(text)))
                .collect()
        }
        None | Some(Value::Null) => Words::new(),
        Some(text) => Words::from([(String::new(), words(text))]),
    }
}

/// Returns true if two labels have the same words in each language that both have, and have one in common.
pub(crate) fn is_same(one: &Words, other: &Words) -> bool {
    let common = one
        .iter()
        .filter_map(|(language, words)| Some((words, other.get(language)?)));
    let common: Vec<_> = common.collect();
    !common.is_empty() && common.iter().all(|(one, other)| one == other)
}

/// Returns what identifies a code apart from its text: the words, the period and the kind of each meaning.
pub(crate) fn content(code: &Item) -> String {
    let meanings: BTreeSet<_> = code
        .children_of(Kind::Meaning)
        .map(|meaning| {
            let rest = meaning.attributes.iter().filter(|(name, _)| {
                name.starts_with("period.")
                    || name.starts_with("class.")
                    || matches!(name.as_str(), "source" | "missing")
            });
            let rest: Vec<_> = rest
                .map(|(name, value)| format!("{name} {value}"))
                .collect();
            let words = words_of(meaning.attributes.get("label"));
            format!("{words:?} {rest:?}")
        })
        .collect();
    format!("{meanings:?}")
}

/// Returns the text of a code; `None` if it is not published.
pub(crate) fn text(code: &Item) -> Option<&str> {
    code.attributes.get("code").and_then(Value::as_str)
}

/// Returns the text of a code and its aliases.
pub(crate) fn texts(code: &Item) -> Vec<&str> {
    let aliases = code.attributes.get("aliases").and_then(Value::as_array);
    let aliases = aliases.into_iter().flatten().filter_map(Value::as_str);
    match text(code) {
        Some(text) => std::iter::once(text).chain(aliases).collect(),
        // A code without a text has no aliases either.
        None => Vec::new(),
    }
}

/// Returns a code for a message: `"M"`, in quotes.
pub(crate) fn name(code: &Item) -> String {
    text(code).map_or_else(
        || "a code without a text".to_owned(),
        |text| format!("{text:?}"),
    )
}

/// Returns the label of a meaning for a message, in quotes.
pub(crate) fn label(meaning: &Item) -> String {
    let label = meaning.attributes.get("label").map(shown);
    format!("{:?}", label.unwrap_or_default())
}

/// Returns the meanings of a code for a message: `"youth" to 2011-12-31, "youth and comics" from 2012-01-01`.
pub(crate) fn meanings(code: &Item) -> String {
    let meanings: Vec<_> = code.children_of(Kind::Meaning).map(meaning).collect();
    if meanings.is_empty() {
        "no meaning".to_owned()
    } else {
        meanings.join(", ")
    }
}

/// Returns the old and the new meanings of a code for a message, without those that are in both models. A meaning of which only the
/// period differs is named once: `"youth": to 2011-12-31 -> to 2012-12-31`.
pub(crate) fn changed_meanings(old: &Item, new: &Item) -> String {
    let mut counts: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for old in old.children_of(Kind::Meaning) {
        counts.entry(meaning(old)).or_default().0 += 1;
    }
    for new in new.children_of(Kind::Meaning) {
        counts.entry(meaning(new)).or_default().1 += 1;
    }
    let differs = |meaning_of: &&Item| {
        let counts = counts.get(&meaning(meaning_of));
        counts.is_none_or(|(old, new)| old != new)
    };
    let before: Vec<_> = old.children_of(Kind::Meaning).filter(differs).collect();
    let after: Vec<_> = new.children_of(Kind::Meaning).filter(differs).collect();
    let shown = |meanings: &[&Item]| {
        let texts: Vec<_> = meanings.iter().map(|it| meaning(it)).collect();
        texts.join(", ")
    };
    let is_whole =
        |part: &[&Item], code: &Item| part.len() == code.children_of(Kind::Meaning).count();
    match (&*before, &*after) {
        ([one], [other]) if content_text(one) == content_text(other) => {
            let days = |meaning: &Item| match period(meaning) {
                days if days.is_empty() => "at all times".to_owned(),
                days => days,
            };
            format!("{}: {} -> {}", content_text(one), days(one), days(other))
        }
        (_, []) if !before.is_empty() && !is_whole(&before, old) => {
            format!("removed {}", shown(&before))
        }
        ([], _) if !after.is_empty() && !is_whole(&after, new) => {
            format!("added {}", shown(&after))
        }
        ([], _) | (_, []) => format!("{} -> {}", meanings(old), meanings(new)),
        _ => format!("{} -> {}", shown(&before), shown(&after)),
    }
}

/// Returns a meaning without its period for a message.
fn content_text(meaning: &Item) -> String {
    with_source(text_without_period(meaning), meaning)
}

/// Returns a meaning for a message: its label, its amounts, the reason why it is a missing value, its period and its source.
pub(crate) fn meaning(meaning: &Item) -> String {
    let mut text = text_without_period(meaning);
    if !period(meaning).is_empty() {
        text = format!("{text} {}", period(meaning));
    }
    with_source(text, meaning)
}

fn with_source(text: String, meaning: &Item) -> String {
    match meaning.text("source") {
        "" => text,
        source => format!("{text} ({source})"),
    }
}

fn text_without_period(meaning: &Item) -> String {
    let mut text = label(meaning);
    if has_bounds(meaning) {
        text = format!("{text} ({})", shown_class(meaning));
    }
    if !meaning.text("missing").is_empty() {
        text = format!("{text} (missing: {})", meaning.text("missing"));
    }
    text
}

/// Returns the period of a meaning for a message; the empty text if it is not limited.
pub(crate) fn period(meaning: &Item) -> String {
    match (meaning.text("period.from"), meaning.text("period.to")) {
        ("", "") => String::new(),
        (from, "") => format!("from {from}"),
        ("", to) => format!("to {to}"),
        (from, to) => format!("from {from} to {to}"),
    }
}

/// Returns a code with its meanings for a message: `"M" ("man")`.
pub(crate) fn code(code: &Item) -> String {
    format!("{} ({})", name(code), meanings(code))
}

/// Returns true if every meaning of a code is that of a missing value.
pub(crate) fn is_missing(code: &Item) -> bool {
    let mut meanings = code.children_of(Kind::Meaning);
    !code.children.is_empty() && meanings.all(|meaning| !meaning.text("missing").is_empty())
}

/// Words that join others, in the languages of labels.
const JOINING_WORDS: [&str; 12] = [
    "and", "or", "en", "of", "et", "ou", "und", "oder", "&", "/", "+", ",",
];

/// The words of the only label of a code by language, without those that join others.
pub(crate) type OwnWords = BTreeMap<String, BTreeSet<String>>;

/// Returns the words of the label of a code; `None` if it does not have one meaning.
pub(crate) fn own_words(code: &Item) -> Option<OwnWords> {
    let mut meanings = code.children_of(Kind::Meaning);
    let (only, None) = (meanings.next()?, meanings.next()) else {
        return None;
    };
    let words = words_of(only.attributes.get("label")).into_iter();
    let words = words.map(|(language, words)| {
        let own = words.into_iter();
        let own = own.filter(|word| !JOINING_WORDS.contains(&word.as_str()));
        (language, own.collect())
    });
    Some(words.collect())
}

/// Returns true if the label of a part adds words to that of the whole, in each language that both have: "youth", "youth, fiction".
pub(crate) fn extends(part: &OwnWords, whole: &OwnWords) -> bool {
    is_so_in_each_language(part, whole, |part, whole| {
        // A word of two letters is too little to recognize a label by.
        let is_telling = whole.iter().any(|word| word.chars().count() > 2);
        is_telling && part.len() > whole.len() && part.is_superset(whole)
    })
}

/// Returns true if the label of the whole contains that of a part, in each language that both have: "fiction and comics", "comics".
pub(crate) fn is_contained(part: &OwnWords, whole: &OwnWords) -> bool {
    is_so_in_each_language(part, whole, |part, whole| {
        !part.is_empty() && part.len() < whole.len() && part.is_subset(whole)
    })
}

fn is_so_in_each_language(
    part: &OwnWords,
    whole: &OwnWords,
    is_so: fn(&BTreeSet<String>, &BTreeSet<String>) -> bool,
) -> bool {
    let common = part
        .iter()
        .filter_map(|(language, part)| Some((part, whole.get(language)?)));
    let mut common = common.peekable();
    common.peek().is_some() && common.all(|(part, whole)| is_so(part, whole))
}

/// Returns true if each word of the whole is in the label of one part, in each language that all have: "fiction and comics", "fiction"
/// and "comics".
pub(crate) fn is_joined(whole: &OwnWords, parts: &[&OwnWords]) -> bool {
    whole.iter().all(|(language, words)| {
        let parts: Option<Vec<_>> = parts.iter().map(|part| part.get(language)).collect();
        // A language that not all parts have decides nothing.
        parts.is_none_or(|parts| {
            let all: BTreeSet<_> = parts.iter().copied().flatten().collect();
            let count: usize = parts.iter().map(|part| part.len()).sum();
            all.len() == count && all.into_iter().eq(words)
        })
    })
}

/// Returns the pairs of a removed and an added code of one list with the same meanings, where no other code has them.
pub(crate) fn same_content<'c, 'm>(
    removed: impl Iterator<Item = Single<'c, 'm>>,
    added: impl Iterator<Item = Single<'c, 'm>>,
) -> Vec<[Single<'c, 'm>; 2]> {
    let by_content = |codes: &mut dyn Iterator<Item = Single<'c, 'm>>| {
        let mut by_content: BTreeMap<_, Vec<Single<'c, 'm>>> = BTreeMap::new();
        for code in codes.filter(|code| !code.item.children.is_empty()) {
            let list: *const Item = code.change.owner().new;
            by_content
                .entry((list, content(code.item)))
                .or_default()
                .push(code);
        }
        by_content
    };
    let (mut removed, mut added) = (removed, added);
    let added = by_content(&mut added);
    let removed = by_content(&mut removed).into_iter();
    let mut pairs: Vec<_> = removed
        .filter_map(|(key, old)| match (&old[..], &added.get(&key)?[..]) {
            ([old], [new]) => Some([*old, *new]),
            _ => None,
        })
        .collect();
    pairs.sort_by_key(|[old, _]| old.index);
    pairs
}

/// Returns the pairs of a removed and an added code without a text in one list that have one meaning with the same words.
pub(crate) fn unpublished_with_the_same_words<'c, 'm>(
    changes: &'c Changes<'m>,
) -> Vec<[Single<'c, 'm>; 2]> {
    let only_meaning = |code: &Single<'_, '_>| {
        let meanings = (text(code.item).is_none()).then_some(&code.item.children)?;
        match &meanings[..] {
            [only] => Some(words_of(only.attributes.get("label"))),
            _ => None,
        }
    };
    let with_words = |codes: &mut dyn Iterator<Item = Single<'c, 'm>>| -> Vec<_> {
        codes
            .filter_map(|code| Some((code, only_meaning(&code)?)))
            .collect()
    };
    let removed = with_words(&mut changes.removed(Kind::Code));
    let mut added = with_words(&mut changes.added(Kind::Code));
    let mut pairs = Vec::new();
    for (old, words) in removed {
        let place = added.iter().position(|(new, new_words)| {
            let is_in_one_list = std::ptr::eq(old.change.owner().new, new.change.owner().new);
            is_in_one_list && is_same(&words, new_words)
        });
        if let Some(place) = place {
            pairs.push([old, added.remove(place).0]);
        }
    }
    pairs
}
