//! V004: a variable that is never null was added.

use beraad_describe::{Field, Grain, Phrase, ValueType, Variable};

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::{block, label};
use crate::item::Kind;
use crate::rule::{Example, Found, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "V004",
    title: "a variable that is never null was added",
    is_about_words: false,
    classes: &[Class::Disclosure, Class::Breaking],
    viewpoints: Viewpoints::new(Verdict::No, Verdict::No, Verdict::No, Verdict::Yes),
    why: "The data say more than before, and old rows are not valid, since they lack the variable.",
    remedy: "Let the variable be null, since old rows do not have it. Name the decision that authorises it.",
    find: |changes| {
        let columns = changes.added(Kind::Column);
        let columns = columns.filter(|column| !column.item.is_nullable());
        columns
            .map(|column| Found::new(column.index, column.item.text("phrase.term")))
            .collect()
    },
    example: Example {
        old: unchanged,
        new: |model| {
            let phrase = Phrase::new("2", "Uitleningen", "de wachttijd", Grain::Month);
            let mut waiting = Variable::new(
                "waiting",
                label("Wachttijd", "Waiting time"),
                phrase,
                ValueType::Flag {},
            );
            waiting.nullable = false;
            block(model, "loan")
                .fields
                .push(Field::Variable(Box::new(waiting)));
        },
    },
};
