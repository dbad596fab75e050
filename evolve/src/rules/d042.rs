//! D042: a statement of the decision was removed.

use crate::class::{Class, Verdict, Viewpoints};
use crate::item::Kind;
use crate::rule::{Example, Found, Rule, unchanged};
use crate::shown::quoted;

pub(super) static RULE: Rule = Rule {
    id: "D042",
    title: "a statement of the decision was removed",
    is_about_words: false,
    classes: &[Class::Risky],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Yes),
    why: "Users of the data do not see a condition any more that the decision may still have.",
    remedy: "Remove a statement only if the decision was amended.",
    find: |changes| {
        let statements = changes.removed(Kind::Statement);
        statements
            .map(|statement| {
                Found::new(
                    statement.index,
                    quoted(statement.item.attributes.get("text")),
                )
            })
            .collect()
    },
    example: Example {
        old: unchanged,
        new: |model| model.deliberation.statements.clear(),
    },
};
