//! R005: the condition of a rule changed.

use beraad_describe::{Expr, Operator};

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::block;
use crate::rule::{Example, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "R005",
    title: "the condition of a rule changed",
    is_about_words: false,
    classes: &[Class::Breaking],
    viewpoints: Viewpoints::new(
        Verdict::Undecided,
        Verdict::Undecided,
        Verdict::Yes,
        Verdict::Yes,
    ),
    why: "Neither condition follows from the other by its form, so that old rows may be errors now.",
    remedy: "Check stored data against the new rule before the new version of the model is released. Or keep the old rule, and give the new one another id.",
    find: |changes| {
        let conditions = changes.changed_conditions();
        let conditions = conditions.filter(|condition| {
            condition.backward != Verdict::Yes && condition.forward != Verdict::Yes
        });
        conditions.map(|condition| condition.found()).collect()
    },
    example: Example {
        old: unchanged,
        new: |model| {
            let earlier = Expr::binary(
                Operator::Less,
                Expr::column("return_month"),
                Expr::column("loan_month"),
            );
            block(model, "loan").rules[0].expression = earlier;
        },
    },
};
