//! V035: the person or group that a column describes changed.

use beraad_describe::Field;
use serde_json::Value;

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::block;
use crate::item::Kind;
use crate::rule::{Example, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "V035",
    title: "the person or group that a column describes changed",
    is_about_words: false,
    classes: &[Class::Semantic, Class::Breaking],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Undecided, Verdict::No),
    why: "The values are about a relative of the person, or about another one. If only the group is another one, the Rust path of the field is too.",
    remedy: "Add a column for the other person.",
    find: |changes| {
        let relatives = changes.attribute(Kind::Column, "phrase.relative");
        let groups = changes.attribute(Kind::Column, "groups");
        let relatives = relatives.map(|attribute| attribute.found().classes(&[Class::Semantic]));
        let groups = groups.map(|attribute| {
            let found = attribute.found();
            if relative(attribute.old) == relative(attribute.new) {
                found
                    .classes(&[Class::Breaking])
                    .viewpoints(Viewpoints::new(
                        Verdict::Yes,
                        Verdict::Yes,
                        Verdict::No,
                        Verdict::Yes,
                    ))
            } else {
                found.classes(&[Class::Semantic])
            }
        });
        relatives.chain(groups).collect()
    },
    example: Example {
        old: unchanged,
        new: |model| {
            if let Some(Field::Group(parent)) = block(model, "member").fields.last_mut() {
                parent.relative = Some("parent 2".into());
            }
        },
    },
};

/// Returns the relative whom the innermost group with one names.
fn relative(groups: Option<&Value>) -> Option<&str> {
    let groups = groups.and_then(Value::as_array)?;
    groups
        .iter()
        .rev()
        .find_map(|group| group.get("relative")?.as_str())
}
