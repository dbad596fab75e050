//! V039: the values are codes of another list, or another list explains them.

use beraad_describe::ValueType;

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::variable;
use crate::item::Kind;
use crate::rule::{Example, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "V039",
    title: "the values are codes of another list, or another list explains them",
    is_about_words: false,
    classes: &[Class::Semantic],
    viewpoints: Viewpoints::new(
        Verdict::Undecided,
        Verdict::Undecided,
        Verdict::No,
        Verdict::No,
    ),
    why: "The same code means something else. Where a flag names another list, yes and no may be stored as each other.",
    remedy: "Add a variable for the other list.",
    find: |changes| {
        let mut found = Vec::new();
        for change in changes.types() {
            for (attribute, of_type) in change.parts("list", Verdict::No) {
                let column = attribute.pair().new;
                let explaining = changes.attribute(Kind::Column, "code_list");
                let explaining = explaining.filter(|other| std::ptr::eq(other.pair().new, column));
                found.push(of_type.and(explaining.map(|other| other.index)));
            }
        }
        let explained: Vec<_> = found
            .iter()
            .flat_map(|found| found.explains.clone())
            .collect();
        let lists = changes.attribute(Kind::Column, "code_list");
        let alone = lists.filter(|list| !explained.contains(&list.index));
        let alone: Vec<_> = alone
            .map(|list| {
                list.found().viewpoints(Viewpoints::new(
                    Verdict::Yes,
                    Verdict::Yes,
                    Verdict::Yes,
                    Verdict::No,
                ))
            })
            .collect();
        found.extend(alone);
        found
    },
    example: Example {
        old: unchanged,
        new: |model| {
            let sex = variable(model, "member", "sex");
            sex.value_type = ValueType::Code {
                list: "department".into(),
            };
            sex.code_list = Some("department".into());
        },
    },
};
