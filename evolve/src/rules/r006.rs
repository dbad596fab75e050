//! R006: the condition of a rule is written differently, with the same effect.

use beraad_describe::{Expr, Operator};

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::block;
use crate::rule::{Example, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "R006",
    title: "the condition of a rule is written differently, with the same effect",
    is_about_words: false,
    classes: &[Class::Doc],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Yes),
    why: "With the other rules, the types of the columns and the window, both conditions accept the same rows.",
    remedy: "None is needed.",
    find: |changes| {
        let conditions = changes.changed_conditions();
        let conditions = conditions.filter(|condition| {
            condition.backward == Verdict::Yes && condition.forward == Verdict::Yes
        });
        conditions.map(|condition| condition.found()).collect()
    },
    example: Example {
        old: unchanged,
        new: |model| {
            let later = Expr::binary(
                Operator::GreaterOrEqual,
                Expr::column("return_month"),
                Expr::column("loan_month"),
            );
            block(model, "loan").rules[0].expression = later;
        },
    },
};
