//! Values as text for messages.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

/// Returns a value for a message: a text as it is, a label in English or otherwise in its first language, and other objects as the
/// names and values of their parts.
pub(crate) fn shown(value: &Value) -> String {
    in_words(value, &|label| {
        let text = label.get("en").or_else(|| label.values().next());
        text.and_then(Value::as_str).unwrap_or_default().to_owned()
    })
}

/// Returns a value for a message, with labels in all languages.
fn shown_in_full(value: &Value) -> String {
    in_words(value, &|label| {
        let texts = label
            .iter()
            .map(|(language, text)| format!("{language} {text}"));
        texts.collect::<Vec<_>>().join(", ")
    })
}

fn in_words(value: &Value, label_in_words: &dyn Fn(&Map<String, Value>) -> String) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Null => "none".to_owned(),
        Value::Object(parts) if is_label(parts) => label_in_words(parts),
        Value::Object(parts) => {
            let parts = parts
                .iter()
                .map(|(name, value)| format!("{name} {}", in_words(value, label_in_words)));
            parts.collect::<Vec<_>>().join(", ")
        }
        Value::Array(items) => {
            let items = items.iter().map(|item| in_words(item, label_in_words));
            items.collect::<Vec<_>>().join(", ")
        }
        other => other.to_string(),
    }
}

/// Returns whether an object is a text in several languages: its keys are tags of languages, as `nl` or `fr-BE`.
pub(crate) fn is_label(parts: &Map<String, Value>) -> bool {
    let is_tag = |key: &String| key.split('-').next().is_some_and(|tag| tag.len() <= 3);
    !parts.is_empty() && parts.keys().all(is_tag) && parts.values().all(Value::is_string)
}

/// Returns a value for a message, with quotes around a text.
pub(crate) fn quoted(value: Option<&Value>) -> String {
    match value {
        None | Some(Value::Null) => "none".to_owned(),
        Some(Value::Array(items)) if items.is_empty() => "none".to_owned(),
        Some(Value::String(text)) => format!("{text:?}"),
        Some(Value::Object(parts)) if is_label(parts) => {
            format!("{:?}", shown(&Value::Object(parts.clone())))
        }
        Some(value) => shown(value),
    }
}

/// Returns an old and a new value for a message: `"EUR" -> "BEF"`. Of two labels, it has the texts in each language in which they differ:
/// `en "days" -> "weeks", nl "dagen" -> "weken"`.
///
/// Values that differ never look equal.
pub(crate) fn changed(old: Option<&Value>, new: Option<&Value>) -> String {
    if let (Some(Value::Object(old)), Some(Value::Object(new))) = (old, new)
        && is_label(old)
        && is_label(new)
    {
        return changed_languages(old, new);
    }
    let of_both = |text: &dyn Fn(&Value) -> String| {
        [old, new].map(|value| value.map_or_else(|| "none".to_owned(), text))
    };
    let mut texts = [quoted(old), quoted(new)];
    if texts[0] == texts[1] {
        texts = of_both(&shown_in_full);
    }
    both_sides(&texts, [old, new])
}

/// Returns the texts of an old and of a new value for a message; their JSON, if the texts are the same and the values are not.
pub(crate) fn both_sides(texts: &[String; 2], values: [Option<&Value>; 2]) -> String {
    if texts[0] == texts[1] {
        let json = values.map(|value| value.map_or_else(|| "none".to_owned(), Value::to_string));
        json.join(" -> ")
    } else {
        texts.join(" -> ")
    }
}

fn changed_languages(old: &Map<String, Value>, new: &Map<String, Value>) -> String {
    let languages: BTreeSet<_> = old.keys().chain(new.keys()).collect();
    let differ = languages
        .into_iter()
        .filter(|language| old.get(*language) != new.get(*language));
    let changes = differ.map(|language| {
        let (old, new) = (quoted(old.get(language)), quoted(new.get(language)));
        format!("{language} {old} -> {new}")
    });
    changes.collect::<Vec<_>>().join(", ")
}

/// Returns the items that were added to or removed from a list, for a message: `removed "a letter"; added "a table"`.
pub(crate) fn changed_items(old: Option<&Value>, new: Option<&Value>) -> String {
    let items = |value: Option<&Value>| {
        let items = value.and_then(Value::as_array);
        items.cloned().unwrap_or_default()
    };
    let (old, new) = (items(old), items(new));
    let removed: Vec<_> = old.iter().filter(|item| !new.contains(item)).collect();
    let added: Vec<_> = new.iter().filter(|item| !old.contains(item)).collect();
    match (&removed[..], &added[..]) {
        ([], []) => "the order, or how often an item is there".to_owned(),
        ([old], [new]) => changed(Some(old), Some(new)),
        _ => {
            let all = [("removed", removed), ("added", added)];
            let parts = all.into_iter().filter(|(_, items)| !items.is_empty());
            let parts = parts.map(|(verb, items)| {
                let items: Vec<_> = items.into_iter().map(in_all_languages).collect();
                format!("{verb} {}", listed(&items, items.len()))
            });
            parts.collect::<Vec<_>>().join("; ")
        }
    }
}

/// Returns a value for a message, with quotes around each text and a label in all languages: `en "days", nl "dagen"`.
pub(crate) fn in_all_languages(value: &Value) -> String {
    match value {
        Value::Object(texts) if is_label(texts) => {
            let texts = texts
                .iter()
                .map(|(language, text)| format!("{language} {}", quoted(Some(text))));
            texts.collect::<Vec<_>>().join(", ")
        }
        Value::Object(parts) => {
            let parts = parts
                .iter()
                .map(|(name, value)| format!("{name} {}", in_all_languages(value)));
            parts.collect::<Vec<_>>().join(", ")
        }
        value => quoted(Some(value)),
    }
}

/// Returns the part of an order that changed, for a message: `b, c -> c, b`. Only names that both orders have count.
pub(crate) fn changed_order(old: &[String], new: &[String]) -> String {
    let common = |names: &[String], others: &[String]| -> Vec<String> {
        let others: BTreeSet<_> = others.iter().collect();
        let names = names.iter().filter(|name| others.contains(name));
        names.cloned().collect()
    };
    let (old, new) = (common(old, new), common(new, old));
    let equal = |pairs: &mut dyn Iterator<Item = (&String, &String)>| {
        pairs.take_while(|(old, new)| old == new).count()
    };
    let first = equal(&mut old.iter().zip(&new));
    let last = equal(&mut old[first..].iter().rev().zip(new[first..].iter().rev()));
    let moved = |names: &[String]| {
        let names = &names[first..names.len() - last];
        listed(names, names.len())
    };
    let texts = [moved(&old), moved(&new)];
    if texts[0] == texts[1] {
        // What moved is among those that the message does not name.
        return format!("{} items from {}", old.len() - first - last, old[first]);
    }
    texts.join(" -> ")
}

/// The maximum number of items that a message names.
const MAX_ITEMS: usize = 5;

/// Returns the first of `count` texts for a message, with the number of those that it does not name: `"1", "2" and 18 others`.
pub(crate) fn listed(texts: &[String], count: usize) -> String {
    match count.checked_sub(MAX_ITEMS) {
        Some(rest) if rest > 1 => format!("{} and {rest} others", texts[..MAX_ITEMS].join(", ")),
        _ => texts.join(", "),
    }
}

/// Returns long texts for a message, of which each may have commas.
pub(crate) fn listed_with(texts: &[String], separator: &str) -> String {
    match texts.len().checked_sub(MAX_ITEMS) {
        Some(rest) if rest > 1 => {
            let first = texts[..MAX_ITEMS].join(separator);
            format!("{first}{separator}{rest} others")
        }
        _ => texts.join(separator),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn values_that_differ_never_look_equal() {
        let text = |old: &Value, new: &Value| changed(Some(old), Some(new));
        let old = json!({"en": "weeks", "nl": "weken"});
        assert_eq!(
            text(&old, &json!({"en": "weeks", "nl": "dagen"})),
            r#"nl "weken" -> "dagen""#
        );
        assert_eq!(text(&old, &json!({"en": "weeks"})), r#"nl "weken" -> none"#);
        assert_eq!(changed(None, Some(&old)), r#"none -> "weeks""#);
        assert_eq!(
            text(
                &json!([{"text": old}]),
                &json!([{"text": {"en": "weeks", "nl": "dagen"}}])
            ),
            r#"text en "weeks", nl "weken" -> text en "weeks", nl "dagen""#
        );
        assert_eq!(
            text(&json!(["a, b"]), &json!(["a", "b"])),
            r#"["a, b"] -> ["a","b"]"#
        );
    }

    #[test]
    fn order_shows_what_moved() {
        let names = |names: &str| -> Vec<_> { names.chars().map(String::from).collect() };
        assert_eq!(
            changed_order(&names("abcdx"), &names("yacbd")),
            "b, c -> c, b"
        );
    }

    #[test]
    fn items_show_what_came_and_went() {
        let changed = |old: &Value, new: &Value| changed_items(Some(old), Some(new));
        assert_eq!(
            changed(&json!(["a"]), &json!(["a", {"nl": "b", "en": "c"}])),
            r#"added en "c", nl "b""#
        );
        assert_eq!(changed(&json!(["a"]), &json!(["b"])), r#""a" -> "b""#);
    }

    #[test]
    fn long_list_is_cut() {
        let texts: Vec<_> = (1..=7).map(|number| number.to_string()).collect();
        assert_eq!(listed(&texts, 7), "1, 2, 3, 4, 5 and 2 others");
        assert_eq!(listed(&texts[1..], 6), "2, 3, 4, 5, 6, 7");
    }
}
