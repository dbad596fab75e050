//! Aliases: texts that a reader replaces by a code.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::class::{Class, Verdict};
use crate::code_labels::name;
use crate::code_lists::{Lists, Side};
use crate::item::Kind;
use crate::rule::{Attribute, Changes, Found};

/// The changed aliases of codes that pass a text to each other, or of one code.
struct Group<'c, 'm> {
    codes: Vec<Attribute<'c, 'm>>,
    texts: BTreeSet<&'m str>,
}

/// Returns the findings about changed aliases.
pub(crate) fn found(changes: &Changes<'_>) -> Vec<Found> {
    let mut groups: Vec<Group<'_, '_>> = Vec::new();
    for attribute in changes.attribute(Kind::Code, "aliases") {
        let (old, new) = (aliases(attribute.old), aliases(attribute.new));
        let texts: BTreeSet<_> = old.symmetric_difference(&new).copied().collect();
        let list = |attribute: &Attribute<'_, '_>| {
            let pair = attribute.change.pair(Kind::CodeList);
            pair.map(|pair| std::ptr::from_ref(pair.new))
        };
        let belongs = |group: &&mut Group<'_, '_>| {
            list(&group.codes[0]) == list(&attribute) && !group.texts.is_disjoint(&texts)
        };
        match groups.iter_mut().find(belongs) {
            Some(group) => {
                group.codes.push(attribute);
                group.texts.extend(texts);
            }
            None => groups.push(Group {
                codes: vec![attribute],
                texts,
            }),
        }
    }
    let found = groups.into_iter().filter_map(|group| {
        let first = group.codes[0];
        let lists = changes.lists(first.change)?;
        let data = lists.of_texts(group.texts.iter().copied());
        let classes = classes(lists, &group.texts, data.old);
        let series = if classes.contains(&Class::Semantic) {
            Verdict::No
        } else {
            Verdict::Yes
        };
        let shown = group.codes.iter().map(|code| {
            let text = |aliases| {
                let aliases: Vec<_> = self::aliases(aliases).into_iter().collect();
                format!("{aliases:?}")
            };
            format!(
                "{}: {} -> {}",
                name(code.pair().new),
                text(code.old),
                text(code.new)
            )
        });
        let found = Found::new(first.index, shown.collect::<Vec<_>>().join("; "));
        let found = found.and(group.codes[1..].iter().map(|code| code.index));
        Some(
            found
                .classes(classes)
                .viewpoints(data.with(Verdict::Yes, series)),
        )
    });
    found.collect()
}

fn aliases(value: Option<&Value>) -> BTreeSet<&str> {
    let aliases = value.and_then(Value::as_array).into_iter().flatten();
    aliases.filter_map(Value::as_str).collect()
}

/// Returns the classes of a change by what a reader makes of these texts.
fn classes(lists: Lists<'_>, texts: &BTreeSet<&str>, old_data: Verdict) -> &'static [Class] {
    // The code that a reader stores for a text; `None` if it reports an error.
    fn stored<'t>(side: Side<'t>, text: &'t str) -> Option<&'t str> {
        let known = side
            .list
            .find(text)
            .filter(|_| !side.list.is_reference_only());
        match known {
            Some(entry) => Some(entry.code.as_deref().unwrap_or(text)),
            None => (!side.list.rejects_unknown_codes()).then_some(text),
        }
    }
    let mut is_error_now = old_data == Verdict::No;
    let mut is_accepted_now = false;
    for text in texts {
        match (stored(lists.old, text), stored(lists.new, text)) {
            (Some(old), Some(new)) if old != new => return &[Class::Semantic],
            (Some(_), None) => is_error_now = true,
            (None, Some(_)) => is_accepted_now = true,
            _ => {}
        }
    }
    if is_error_now {
        &[Class::Breaking]
    } else if is_accepted_now {
        &[Class::Compatible]
    } else {
        &[Class::Doc]
    }
}
