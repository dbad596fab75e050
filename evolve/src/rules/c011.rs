//! C011: codes were replaced by other codes.

use crate::class::{Class, Verdict, Viewpoints};
use crate::code_labels;
use crate::code_lists::Data;
use crate::example;
use crate::label_moves::{by_list, recoded};
use crate::rule::{Example, Found, Rule, unchanged};
use crate::shown::listed_with;

pub(super) static RULE: Rule = Rule {
    id: "C011",
    title: "codes were replaced by other codes",
    is_about_words: false,
    classes: &[Class::Breaking, Class::Semantic, Class::Risky],
    viewpoints: Viewpoints::new(Verdict::No, Verdict::No, Verdict::No, Verdict::Yes),
    why: "The meanings are the same and the texts are others: rows, joins and code with the old texts do not match the new ones. If a text has got the meaning of another code, if the list is open, or if a flag is written with the codes, that is silent.",
    remedy: "Keep the old texts as `aliases` of the new codes, unless one of them means something else now, and publish the map.",
    find: |changes| {
        let lists = by_list(changes).into_iter();
        let found = lists.filter_map(|list| {
            let recoded = recoded(changes, &list);
            let (first, rest) = recoded.explains.split_first()?;
            let lists = changes.lists(&changes.all[*first])?;
            let data = lists.of_texts(
                recoded
                    .codes
                    .iter()
                    .copied()
                    .flatten()
                    .flat_map(code_labels::texts),
            );
            let is_alias = recoded.codes.iter().all(|[old, new]| {
                let entry = lists.new.list.find(old.text("code"));
                !lists.new.list.is_reference_only()
                    && entry.is_some_and(|entry| entry.code.as_deref() == code_labels::text(new))
            });
            // A flag is stored as the same value, and the files of the source have other texts for yes and no.
            let (classes, series): (&[Class], _) = if recoded.reuses_texts || lists.is_of_flag() {
                (&[Class::Semantic, Class::Breaking], Verdict::No)
            } else if is_alias {
                (&[Class::Risky], Verdict::Yes)
            } else if data == Data::VALID {
                // An open list takes the old texts as codes without a label: no check finds them.
                (&[Class::Semantic], Verdict::No)
            } else {
                (&[Class::Breaking], Verdict::Yes)
            };
            let map = recoded.codes.iter().map(|[old, new]| {
                format!(
                    "{} -> {} ({})",
                    code_labels::name(old),
                    code_labels::name(new),
                    code_labels::meanings(new)
                )
            });
            let found = Found::new(*first, listed_with(&map.collect::<Vec<_>>(), ", "));
            let found = found.and(rest.iter().copied()).classes(classes);
            Some(found.viewpoints(data.with(lists.rust_names_codes(), series)))
        });
        found.collect()
    },
    example: Example {
        old: unchanged,
        new: |model| {
            example::code(model, "sex", "M").code = Some("1".into());
            example::code(model, "sex", "V").code = Some("2".into());
        },
    },
};
