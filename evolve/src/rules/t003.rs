//! T003: a block was renamed.

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::block;
use crate::item::Kind;
use crate::rule::{Example, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "T003",
    title: "a block was renamed",
    is_about_words: false,
    classes: &[Class::Breaking],
    viewpoints: Viewpoints::new(Verdict::No, Verdict::No, Verdict::No, Verdict::Yes),
    why: "Files, schemas and the Rust type have another name; the rows are the same.",
    remedy: "Keep the former name in `renamed_from`, and rename the files of stored data.",
    find: |changes| {
        let renamed = changes.attribute(Kind::Block, "id");
        renamed
            .map(|id| {
                let block = id.pair().new;
                let former = changes.attribute(Kind::Block, "renamed_from");
                let former = former.filter(|other| std::ptr::eq(other.pair().new, block));
                id.found().and(former.map(|other| other.index))
            })
            .collect()
    },
    example: Example {
        old: unchanged,
        new: |model| {
            let member = block(model, "member");
            member.id = "reader".into();
            member.renamed_from = vec!["member".into()];
            let reads = vec!["reader.person".into(), "visitor.person".into()];
            model.constraints[0].reads = reads.into();
        },
    },
};
