//! T023: the name of a block was given to another block.

use beraad_describe::AppliesTo;

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::block;
use crate::item::Kind;
use crate::reused_names::Reused;
use crate::rule::{Example, Found, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "T023",
    title: "the name of a block was given to another block",
    is_about_words: false,
    classes: &[Class::Breaking, Class::Semantic, Class::Disclosure],
    viewpoints: Viewpoints::new(
        Verdict::Undecided,
        Verdict::Undecided,
        Verdict::Undecided,
        Verdict::No,
    ),
    why: "Files and code that name the block find other rows.",
    remedy: "Give the new block a name of its own, and never use a former name again.",
    find: |changes| {
        let blocks = changes.reused_names(Kind::Block);
        let found =
            blocks.iter().map(|block| match block {
                Reused::Added(added) => Found::new(added.index, added.item.text("heading"))
                    .classes(&[Class::Breaking, Class::Semantic, Class::Disclosure]),
                Reused::Renamed(id) => id.found().and(changes.former_names_of(id)),
            });
        found.collect()
    },
    example: Example {
        old: unchanged,
        new: |model| {
            let other = block(model, "loan").clone();
            let loan = block(model, "loan");
            loan.id = "lending".into();
            loan.renamed_from = vec!["loan".into()];
            model.blocks.push(other);
            let columns = vec!["lending.person".into()];
            model.constraints[0].applies_to = AppliesTo::Columns(columns.into());
        },
    },
};
