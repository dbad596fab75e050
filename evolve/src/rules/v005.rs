//! V005: a column was renamed.

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::variable;
use crate::item::Kind;
use crate::rule::{Example, Rule, unchanged};

const VIEWPOINTS: Viewpoints = Viewpoints::new(Verdict::No, Verdict::No, Verdict::No, Verdict::Yes);

pub(super) static RULE: Rule = Rule {
    id: "V005",
    title: "a column was renamed",
    is_about_words: false,
    classes: &[Class::Breaking],
    viewpoints: VIEWPOINTS,
    why: "Files and code that name the column stop working; the values are the same.",
    remedy: "Keep the former name in `renamed_from`, and rename the column in stored files.",
    find: |changes| {
        let renamed = changes.attribute(Kind::Column, "name");
        renamed
            .map(|name| name.renamed(VIEWPOINTS).and(changes.former_names_of(&name)))
            .collect()
    },
    example: Example {
        old: unchanged,
        new: |model| {
            let renewals = variable(model, "loan", "renewals");
            renewals.id = "extensions".into();
            renewals.renamed_from = vec!["renewals".into()];
        },
    },
};
