//! V003: a variable that may be null was added.

use beraad_describe::{Field, Grain, Phrase, ValueType, Variable};

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::{block, label};
use crate::item::Kind;
use crate::rule::{Example, Found, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "V003",
    title: "a variable that may be null was added",
    is_about_words: false,
    classes: &[Class::Disclosure, Class::Compatible],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::No, Verdict::No, Verdict::Yes),
    why: "The data say more than before; the decision must name the variable. Old rows are valid without it, and code that writes every field of a row does not compile.",
    remedy: "Name the decision that authorises the variable when you accept the change.",
    find: |changes| {
        let columns = changes.added(Kind::Column);
        let columns = columns.filter(|column| column.item.is_nullable());
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
            waiting.nullable = true;
            block(model, "loan")
                .fields
                .push(Field::Variable(Box::new(waiting)));
        },
    },
};
