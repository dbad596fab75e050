//! C010: codes exchanged their labels.

use crate::change::What;
use crate::class::{Class, Verdict, Viewpoints};
use crate::code_labels;
use crate::example;
use crate::item::Kind;
use crate::label_moves::{by_list, circles};
use crate::rule::{Changes, Example, Found, Rule, unchanged};
use crate::shown::changed;

pub(super) static RULE: Rule = Rule {
    id: "C010",
    title: "codes exchanged their labels",
    is_about_words: false,
    classes: &[Class::Semantic],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::No),
    why: "Every row remains valid, and each of these codes now means what another one meant.",
    remedy: "If the old labels were wrong, say so in a break in series. If the codes are new, give them new texts.",
    find: |changes| {
        let lists = by_list(changes).into_iter();
        let found = lists.flat_map(|list| {
            let circles = circles(changes, &list).into_iter();
            circles
                .map(|mut circle| {
                    // The finding has the same place and fingerprint in whatever order the list has its codes.
                    let texts = circle.iter().map(|index| {
                        let change = &changes.all[*index];
                        let code = change.pair(Kind::Code);
                        code.map(|code| code_labels::name(code.new))
                    });
                    let first = texts.enumerate().min_by(|one, other| one.1.cmp(&other.1));
                    circle.rotate_left(first.map_or(0, |(place, _)| place));
                    let steps = circle.iter().map(|index| {
                        let change = &changes.all[*index];
                        let code = change
                            .pair(Kind::Code)
                            .map(|code| code_labels::name(code.new));
                        let labels = match change.what {
                            What::Attribute { old, new, .. } => changed(old, new),
                            _ => String::new(),
                        };
                        format!("{}: {labels}", code.unwrap_or_default())
                    });
                    let message = steps.collect::<Vec<_>>().join("; ");
                    let moved = moved_with_labels(changes, &circle);
                    Found::new(circle[0], message)
                        .and(circle[1..].iter().copied())
                        .and(moved)
                })
                .collect::<Vec<_>>()
        });
        found.collect()
    },
    example: Example {
        old: unchanged,
        new: |model| {
            let man = example::meaning(model, "sex", "M").label.clone();
            let woman = std::mem::replace(&mut example::meaning(model, "sex", "V").label, man);
            example::meaning(model, "sex", "M").label = woman;
        },
    },
};

/// Returns the changes of attributes that move with the labels of a circle: the short text in any case, and the amounts, the reason of a
/// missing value and others if each meaning has those of the next one.
fn moved_with_labels(changes: &Changes<'_>, circle: &[usize]) -> Vec<usize> {
    let meanings: Vec<_> = circle
        .iter()
        .map(|index| changes.all[*index].owner())
        .collect();
    let nexts = meanings.iter().cycle().skip(1);
    let pairs: Vec<_> = meanings.iter().zip(nexts).collect();
    let is_moved = |name: &str| {
        pairs.iter().all(|(meaning, next)| {
            meaning.new.attributes.get(name) == next.old.attributes.get(name)
        })
    };
    let attributes = changes.attributes(Kind::Meaning).filter(|attribute| {
        let is_of_circle = meanings
            .iter()
            .any(|meaning| std::ptr::eq(meaning.new, attribute.pair().new));
        let is_identity = attribute.name.starts_with("period.") || attribute.name == "source";
        let is_label = attribute.name == "label";
        is_of_circle
            && !is_identity
            && !is_label
            && (attribute.name == "short" || is_moved(attribute.name))
    });
    attributes.map(|attribute| attribute.index).collect()
}
