//! C024: a code list was renamed.

use beraad_describe::ValueType;

use crate::class::{Class, Verdict, Viewpoints};
use crate::example;
use crate::item::Kind;
use crate::rule::{Example, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "C024",
    title: "a code list was renamed",
    is_about_words: false,
    classes: &[Class::Breaking],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::No, Verdict::Yes),
    why: "Rust code and documents that name the list do not find it; rows hold codes and do not name it.",
    remedy: "Keep the id if you can. With `renamed_from`, nothing but names in code needs to follow.",
    find: |changes| {
        let names = changes.attribute(Kind::CodeList, "id");
        let found = names.map(|id| {
            let list = id.pair().new;
            let mut former = changes.attribute(Kind::CodeList, "renamed_from");
            let former = former.find(|former| std::ptr::eq(former.pair().new, list));
            id.found().and(former.map(|former| former.index))
        });
        found.collect()
    },
    example: Example {
        old: unchanged,
        new: |model| {
            let list = example::list(model, "fine_class");
            list.id = "fine".into();
            list.renamed_from = vec!["fine_class".into()];
            let variable = example::variable(model, "loan", "fine_class");
            variable.code_list = Some("fine".into());
            variable.value_type = ValueType::AmountClass {
                list: "fine".into(),
            };
        },
    },
};
