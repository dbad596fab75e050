//! D041: a statement of the decision was added.

use beraad_describe::Statement;

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::label;
use crate::item::Kind;
use crate::rule::{Example, Found, Rule, unchanged};
use crate::shown::quoted;

pub(super) static RULE: Rule = Rule {
    id: "D041",
    title: "a statement of the decision was added",
    is_about_words: false,
    classes: &[Class::Doc],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Yes),
    why: "A condition for the use of the data is shown now; no data change.",
    remedy: "Inform users of the data, if the condition is new to them.",
    find: |changes| {
        let statements = changes.added(Kind::Statement);
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
        new: |model| {
            let statement = Statement::new(
                None,
                label("Bewaren", "Storage"),
                label("In een kluis.", "In a safe."),
            );
            model.deliberation.statements.push(statement);
        },
    },
};
