//! C010: codes exchanged their labels.

use crate::change::What;
use crate::class::{Class, Verdict, Viewpoints};
use crate::code_labels;
use crate::example;
use crate::item::Kind;
use crate::label_moves::{by_list, circles};
use crate::rule::{Attribute, Example, Found, Rule, unchanged};
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
                .map(|circle| {
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
                    // A short text moves with its label.
                    let is_short_text = |attribute: &Attribute<'_, '_>| {
                        let mut labels = circle.iter().map(|index| changes.all[*index].owner().new);
                        labels.any(|meaning| std::ptr::eq(meaning, attribute.pair().new))
                    };
                    let short = changes
                        .attribute(Kind::Meaning, "short")
                        .filter(is_short_text);
                    let short: Vec<_> = short.map(|short| short.index).collect();
                    Found::new(circle[0], message)
                        .and(circle[1..].iter().copied())
                        .and(short)
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
