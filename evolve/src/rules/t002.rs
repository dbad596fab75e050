//! T002: a block was added.

use std::collections::BTreeSet;

use beraad_describe::{Block, Model, example_model};

use crate::class::{Class, Verdict, Viewpoints};
use crate::item::Kind;
use crate::rule::{Example, Found, Rule};

pub(super) static RULE: Rule = Rule {
    id: "T002",
    title: "a block was added",
    is_about_words: false,
    classes: &[Class::Disclosure, Class::Compatible],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::No, Verdict::Yes, Verdict::Yes),
    why: "The data have rows that they did not have; the decision must name their heading. Files of the new block have no place in the old model.",
    remedy: "Name the decision that authorises the block when you accept the change.",
    find: |changes| {
        let blocks = changes.added(Kind::Block);
        let message = |id: &str, heading: &str| match former(changes.old, changes.new, id) {
            Some(old) => format!(
                "{heading}; was it {:?}? If it is a rename, say so: `renamed_from` of the new block names the old one",
                old.id
            ),
            None => heading.to_owned(),
        };
        blocks
            .map(|block| {
                let (id, heading) = (block.item.text("id"), block.item.text("heading"));
                Found::new(block.index, message(id, heading))
            })
            .collect()
    },
    example: Example {
        old: |model| model.blocks.truncate(1),
        new: |model| model.blocks.push(example_model().blocks.remove(1)),
    },
};

/// Returns the removed block that an added one is like: more than half of their variables have the same names.
fn former<'m>(old: &'m Model, new: &Model, id: &str) -> Option<&'m Block> {
    let added = new.block(id)?;
    let is_removed = |block: &&Block| {
        let mut others = new.blocks.iter();
        !others.any(|other| other.id == block.id || other.renamed_from.contains(&block.id))
    };
    let variables = |block: &Block| -> BTreeSet<String> {
        let columns = block.columns();
        let variables = columns.iter().filter(|it| it.variable().is_some());
        variables.map(|it| it.name.clone()).collect()
    };
    let of_added = variables(added);
    old.blocks.iter().filter(is_removed).find(|block| {
        let of_removed = variables(block);
        2 * of_removed.intersection(&of_added).count() > of_removed.len().max(of_added.len())
    })
}
