//! T003: a block was renamed.

use beraad_describe::Condition;

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::block;
use crate::item::Kind;
use crate::rule::{Example, Rule, unchanged};

const VIEWPOINTS: Viewpoints = Viewpoints::new(Verdict::No, Verdict::No, Verdict::No, Verdict::Yes);

pub(super) static RULE: Rule = Rule {
    id: "T003",
    title: "a block was renamed",
    is_about_words: false,
    classes: &[Class::Breaking],
    viewpoints: VIEWPOINTS,
    why: "Files, schemas and the Rust type have another name; the rows are the same.",
    remedy: "Keep the former name in `renamed_from`, and rename the files of stored data.",
    find: |changes| {
        let renamed = changes.attribute(Kind::Block, "id");
        renamed
            .map(|id| id.renamed(VIEWPOINTS).and(changes.former_names_of(&id)))
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
            if let Some(Condition::RowExists(row)) = &mut model.constraints[0].condition {
                row.block = "reader".into();
            }
        },
    },
};
