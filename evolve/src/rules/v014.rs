//! V014: the source changed.

use beraad_describe::Origin;
use serde_json::Value;

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::variable;
use crate::item::Kind;
use crate::rule::{Example, Found, Rule};
use crate::shown::changed;
use crate::texts::DOCUMENTED;

pub(super) static RULE: Rule = Rule {
    id: "V014",
    title: "the source changed",
    is_about_words: false,
    classes: &[Class::Semantic, Class::Risky, Class::Doc],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::No),
    why: "Another institution or another file delivers the values; it may count in another way.",
    remedy: "Record a break in series at the day of the change.",
    find: |changes| {
        let columns = changes.attribute(Kind::Column, "origins");
        let blocks = changes.attribute(Kind::Block, "origins");
        columns
            .chain(blocks)
            .map(|origins| {
                let found = Found::new(origins.index, origin_text(origins.old, origins.new));
                let (old, new) = (sources(origins.old), sources(origins.new));
                let has_break = changes
                    .added(Kind::Break)
                    .any(|single| std::ptr::eq(single.change.owner().new, origins.pair().new));
                if old == new || old.is_empty() {
                    // A page or a short name, or a source that was not known before.
                    let found = found.classes(&[Class::Doc]).viewpoints(Viewpoints::ALL_YES);
                    found.remedy(if old == new {
                        "None is needed."
                    } else {
                        DOCUMENTED
                    })
                } else if has_break {
                    found.classes(&[Class::Risky])
                } else {
                    found.classes(&[Class::Semantic])
                }
            })
            .collect()
    },
    example: Example {
        old: |model| {
            variable(model, "loan", "renewals").origins =
                vec![Origin::new("renewals", "Library", "loans")];
        },
        new: |model| {
            variable(model, "loan", "renewals").origins =
                vec![Origin::new("renewals", "Province", "loans")];
        },
    },
};

/// Returns the institution, the file and the name of each origin.
fn sources(origins: Option<&Value>) -> Vec<String> {
    let origins = origins.and_then(Value::as_array);
    let origins = origins.into_iter().flatten();
    origins
        .map(|origin| {
            let part = |name: &str| origin.get(name).and_then(Value::as_str).unwrap_or_default();
            format!(
                "{}, {}, {}",
                part("institution"),
                part("file"),
                part("name")
            )
        })
        .collect()
}

/// Returns the old and the new origins for a message: their institutions, files and names, or all that is known if these are the same.
fn origin_text(old: Option<&Value>, new: Option<&Value>) -> String {
    let shown = |origins| match &sources(origins)[..] {
        [] => "none".to_owned(),
        sources => format!("{:?}", sources.join("; ")),
    };
    let (old_sources, new_sources) = (shown(old), shown(new));
    if old_sources == new_sources {
        changed(old, new)
    } else {
        format!("{old_sources} -> {new_sources}")
    }
}
