//! The old and the new value of a difference, as a reader of an edition sees them.

use std::collections::BTreeSet;

use beraad_evolve::Difference;
use beraad_schema::describe::{Condition, Date, Expr, Label, Language, Period};
use serde::Deserialize;
use serde_json::{Map, Value};

use super::changed_condition::condition_in_words;
use super::edition::Edition;
use super::expression::expression;
use crate::codebook::document::Inline;
use crate::message;

/// The fields that name an item, the best first.
const NAMES: [&str; 9] = [
    "label",
    "name",
    "message",
    "title",
    "term",
    "text",
    "what",
    "definition",
    "phrase.term",
];

/// The attributes whose values have words, with the prefix of the messages.
const WORDS: [(&str, &str); 9] = [
    ("certainty", "certainty"),
    ("dates", "dates-by"),
    ("match_quality", "match-quality"),
    ("measurement", "measurement"),
    ("missing", "missing"),
    ("phrase.dates", "dates-by"),
    ("severity", "severity"),
    ("temporality", "temporality"),
    ("value_type.kind", "value-kind"),
];

/// The text in the place of a value that is not there.
pub(super) const NOTHING: &str = "–";

/// The old and the new value. Two values that differ are never shown alike.
pub(super) fn old_and_new(edition: Edition<'_>, difference: &Difference) -> [Inline; 2] {
    let (old, new) = (difference.old.as_ref(), difference.new.as_ref());
    if let (Some(Value::Object(old)), Some(Value::Object(new))) = (old, new)
        && is_label(old)
        && is_label(new)
    {
        return changed_label(edition, old, new);
    }
    if difference.attribute.as_deref() == Some("condition") {
        let read = |value: Option<&Value>| value.map(Condition::deserialize).transpose();
        // A condition that cannot be read is shown as any other value.
        if let (Ok(old), Ok(new)) = (read(old), read(new)) {
            return [old, new].map(|condition| condition_in_words(edition, condition.as_ref()));
        }
    }
    let shown = [old, new].map(|value| match value {
        None => NOTHING.into(),
        Some(Value::Object(item)) if difference.attribute.is_none() => {
            described_item(edition, difference, item)
        }
        Some(value) => word(edition, difference, value).unwrap_or_else(|| short(edition, value)),
    });
    if shown[0] == shown[1] {
        [old, new].map(|value| value.map_or_else(|| NOTHING.into(), |it| full(edition, it)))
    } else {
        shown
    }
}

/// The word for a value of an enum, if it has one.
fn word(edition: Edition<'_>, difference: &Difference, value: &Value) -> Option<Inline> {
    let attribute = difference.attribute.as_deref()?;
    let (_, prefix) = WORDS.iter().find(|(name, _)| *name == attribute)?;
    Some(edition.word_of(prefix, value.as_str()?)?.into())
}

/// A changed text: in the language of the edition, and in those that are not editions. If it changed in other editions only, in these.
fn changed_label(
    edition: Edition<'_>,
    old: &Map<String, Value>,
    new: &Map<String, Value>,
) -> [Inline; 2] {
    let tags: BTreeSet<_> = old.keys().chain(new.keys()).collect();
    let changed: Vec<_> = tags
        .into_iter()
        .filter(|tag| old.get(*tag) != new.get(*tag))
        .collect();
    let own = edition.language.as_str();
    let editions = &edition.deliberation().languages.editions;
    let is_edition = |tag: &str| editions.iter().any(|language| language.as_str() == tag);
    let has_own = changed.iter().any(|tag| *tag == own);
    let shown = changed
        .iter()
        .filter(|tag| ***tag == own)
        .chain(changed.iter().filter(|tag| {
            let is_other = ***tag != own;
            is_other && !(has_own && is_edition(tag))
        }));
    let shown: Vec<_> = shown.collect();
    [old, new].map(|texts| {
        let lines = shown.iter().map(|tag| {
            let text = texts.get(**tag).and_then(Value::as_str);
            in_language(edition, tag, text.unwrap_or(NOTHING))
        });
        Inline::join(lines, "; ")
    })
}

/// A text with the tag of its language, unless it is in that of the edition.
fn in_language(edition: Edition<'_>, tag: &str, text: &str) -> Inline {
    if tag == edition.language.as_str() {
        return text.into();
    }
    let line = Inline::from(format!("{tag}: "));
    match tag.parse::<Language>() {
        Ok(language) if text != NOTHING => line.then(edition.foreign(language, text)),
        _ => line.text(text),
    }
}

/// An item that was added or removed: its name in words, and those of the meanings of a code.
fn described_item(
    edition: Edition<'_>,
    difference: &Difference,
    item: &Map<String, Value>,
) -> Inline {
    if let Some(Value::Array(meanings)) = item.get("meaning") {
        let meanings = meanings.iter().filter_map(Value::as_object);
        let lines = meanings.map(|meaning| with_period(edition, meaning));
        return Inline::join(lines, "; ");
    }
    if let Some(condition) = item.get("expression") {
        return short(edition, condition);
    }
    if name_of(edition, item).is_some() {
        return with_period(edition, item);
    }
    let name = difference.items.last().map(|item| &*item.name);
    Inline::new().code(name.unwrap_or_default())
}

/// The name of an item, with its period if it has one.
fn with_period(edition: Edition<'_>, item: &Map<String, Value>) -> Inline {
    let name = name_of(edition, item).unwrap_or_else(|| fields(edition, item));
    let day = |key: &str| item.get(key).and_then(Value::as_str)?.parse().ok();
    let period = edition.period(Period::new(day("period.from"), day("period.to")));
    if period.0.is_empty() {
        name
    } else {
        name.text(" (").then(period).text(")")
    }
}

/// The name of a meaning, which is its period and its source: `..2012-12-31, Library`.
pub(super) fn meaning_name(edition: Edition<'_>, name: &str) -> Inline {
    let (days, source) = name
        .split_once(", ")
        .map_or((name, None), |(days, source)| (days, Some(source)));
    let day = |text: &str| (!text.is_empty()).then(|| text.parse::<Date>().ok());
    let period = days.split_once("..").and_then(|(from, to)| {
        // A day that cannot be read must not become an open end.
        let (from, to) = (day(from), day(to));
        let is_read = from != Some(None) && to != Some(None);
        is_read.then(|| Period::new(from.flatten(), to.flatten()))
    });
    let Some(period) = period else {
        return Inline::new().code(name);
    };
    let period = edition.period(period);
    match source {
        None => period,
        Some(source) => period.text(", ").text(source),
    }
}

fn name_of(edition: Edition<'_>, item: &Map<String, Value>) -> Option<Inline> {
    NAMES.iter().find_map(|name| match item.get(*name)? {
        Value::String(text) => Some(Inline::from(&**text)),
        Value::Object(texts) if is_label(texts) => Some(label(edition, texts)),
        _ => None,
    })
}

/// A value in the language of the edition.
fn short(edition: Edition<'_>, value: &Value) -> Inline {
    match value {
        Value::Object(texts) if is_label(texts) => label(edition, texts),
        Value::Object(item) => match serde_json::from_value::<Expr>(value.clone()) {
            Ok(expr) => Inline::new().code(expression(&expr)),
            Err(_) => name_of(edition, item).unwrap_or_else(|| fields(edition, item)),
        },
        Value::Array(items) if !items.is_empty() => {
            Inline::join(items.iter().map(|item| short(edition, item)), "; ")
        }
        other => plain(edition, other),
    }
}

/// A value with all of its parts, in all languages.
fn full(edition: Edition<'_>, value: &Value) -> Inline {
    match value {
        Value::Object(item) => fields(edition, item),
        Value::Array(items) if !items.is_empty() => {
            Inline::join(items.iter().map(|item| full(edition, item)), "; ")
        }
        other => plain(edition, other),
    }
}

fn fields(edition: Edition<'_>, item: &Map<String, Value>) -> Inline {
    if is_label(item) {
        let texts = item.iter().map(|(tag, text)| {
            let text = text.as_str().unwrap_or_default();
            in_language(edition, tag, text)
        });
        return Inline::join(texts, "; ");
    }
    let lines = item.iter().map(|(name, value)| {
        let line = Inline::new().code(&**name).text(": ");
        line.then(full(edition, value))
    });
    Inline::join(lines, "; ")
}

fn plain(edition: Edition<'_>, value: &Value) -> Inline {
    match value {
        Value::Bool(true) => edition.text(message!("yes")).into(),
        Value::Bool(false) => edition.text(message!("no")).into(),
        Value::String(text) if text.is_empty() => edition.text(message!("code.empty")).into(),
        // A name of the data, or a word of the description.
        Value::String(text) if is_name(text) => Inline::new().code(&**text),
        Value::String(text) => Inline::from(&**text),
        Value::Number(number) => number.to_string().into(),
        Value::Null | Value::Array(_) | Value::Object(_) => NOTHING.into(),
    }
}

fn label(edition: Edition<'_>, texts: &Map<String, Value>) -> Inline {
    let texts = texts.iter().filter_map(|(tag, text)| {
        let language: Language = tag.parse().ok()?;
        Some((language, text.as_str()?.to_owned()))
    });
    edition.label(&Label::new(texts))
}

fn is_name(text: &str) -> bool {
    let is_of_name = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
    text.starts_with(|first: char| first.is_ascii_lowercase()) && text.bytes().all(is_of_name)
}

/// True for a text in several languages: its keys are tags of languages, as `nl` or `fr-BE`.
fn is_label(parts: &Map<String, Value>) -> bool {
    let is_tag = |tag: &String| {
        let first = tag.split('-').next();
        first.is_some_and(|it| it.len() <= 3) && tag.parse::<Language>().is_ok()
    };
    !parts.is_empty() && parts.keys().all(is_tag) && parts.values().all(Value::is_string)
}
