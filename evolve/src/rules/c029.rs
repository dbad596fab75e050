//! C029: the relation of a code list to its variable changed.

use beraad_describe::{CodeList, ListStatus};

use crate::class::{Class, Verdict, Viewpoints};
use crate::example;
use crate::item::Kind;
use crate::rule::{Example, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "C029",
    title: "the relation of a code list to its variable changed",
    is_about_words: false,
    classes: &[Class::Semantic, Class::Breaking, Class::Risky, Class::Doc],
    viewpoints: Viewpoints::new(Verdict::No, Verdict::No, Verdict::No, Verdict::Undecided),
    why: "A reference-only list never rejects a code and replaces no alias; a list of the delivered codes does both.",
    remedy: "Check the rows against the list before it applies to them, and say in the definition which codes the data have.",
    find: |changes| {
        let relations = changes.attribute(Kind::CodeList, "status");
        let found = relations.filter_map(|relation| {
            let lists = changes.lists(relation.change)?;
            let (old, new) = (lists.old.list, lists.new.list);
            // Only a closed list can be an enum with a variant for each code.
            let rust_api = if old.is_closed_as_published() == new.is_closed_as_published() {
                Verdict::Yes
            } else {
                Verdict::No
            };
            let data = lists
                .of_common_texts()
                .and(lists.of_rejection())
                .and(lists.of_forms());
            let has_aliases = |list: &CodeList| {
                let mut codes = list.published_codes();
                codes.any(|(_, code)| !code.aliases.is_empty())
            };
            let is_read_otherwise = old.is_reference_only() != new.is_reference_only();
            // An alias that was read as its code is a code of its own now, or the other way round.
            let is_semantic = is_read_otherwise && (has_aliases(old) || has_aliases(new));
            let (classes, series): (&[Class], _) = match (data.old, is_semantic) {
                (Verdict::No, true) => (&[Class::Semantic, Class::Breaking], Verdict::No),
                (_, true) => (&[Class::Semantic], Verdict::No),
                (Verdict::No, false) => (&[Class::Breaking], Verdict::Undecided),
                _ if is_read_otherwise => (&[Class::Risky], Verdict::Undecided),
                _ => (&[Class::Doc], Verdict::Yes),
            };
            let found = relation.found().classes(classes);
            let found = if classes == [Class::Doc] {
                found.remedy("None is needed.")
            } else {
                found
            };
            Some(found.viewpoints(data.with(rust_api, series)))
        });
        found.collect()
    },
    example: Example {
        old: unchanged,
        new: |model| example::list(model, "sex").status = Some(ListStatus::Reference),
    },
};
