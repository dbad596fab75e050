//! R001: a rule was added.

use beraad_describe::{Expr, Literal, Model, Operator};

use crate::changed_conditions::expression;
use crate::class::{Class, Verdict, Viewpoints};
use crate::example::{block, label};
use crate::item::{Item, Kind};
use crate::rule::{Example, Found, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "R001",
    title: "a rule was added",
    is_about_words: false,
    classes: &[Class::Breaking, Class::Compatible],
    viewpoints: Viewpoints::new(Verdict::Undecided, Verdict::Yes, Verdict::Yes, Verdict::Yes),
    why: "A row that violates it was valid and is an error now, unless another rule already excluded it.",
    remedy: "Make it a constraint with the severity `warning` first, and see how many rows violate it.",
    find: |changes| {
        let rules = changes.added(Kind::Rule);
        let found = rules.map(|rule| {
            let backward = changes.old_rows_fulfil(rule.change);
            let found = Found::new(rule.index, shown(rule.item));
            let found = found.viewpoints(Viewpoints::new(
                backward,
                Verdict::Yes,
                Verdict::Yes,
                Verdict::Yes,
            ));
            found.classes(if backward == Verdict::Yes {
                &[Class::Compatible]
            } else {
                &[Class::Breaking]
            })
        });
        found.collect()
    },
    example: Example {
        old: unchanged,
        new: |model| with_limit(model, Operator::LessOrEqual, 3),
    },
};

/// Gives loans a rule: the number of renewals is below a limit.
pub(super) fn with_limit(model: &mut Model, operator: Operator, limit: i64) {
    let condition = Expr::binary(
        operator,
        Expr::column("renewals"),
        Literal::Number(limit).into(),
    );
    let message = label("hoogstens enkele verlengingen", "a few renewals at most");
    let rule = beraad_describe::Rule::new("few_renewals", message, condition);
    let rules = &mut block(model, "loan").rules;
    rules.retain(|known| known.id != rule.id);
    rules.push(rule);
}

/// Returns the condition of a rule for a message.
pub(super) fn shown(rule: &Item) -> String {
    let condition = rule.attributes.get("expression").and_then(expression);
    condition
        .map(|condition| condition.to_string())
        .unwrap_or_default()
}
