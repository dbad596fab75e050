//! V007: a name was given to another variable.

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::{label, variable};
use crate::item::Kind;
use crate::reused_names::Reused;
use crate::rule::{Changes, Example, Found, Rule, unchanged};
use crate::text_change::TextChange;

pub(super) static RULE: Rule = Rule {
    id: "V007",
    title: "a name was given to another variable",
    is_about_words: false,
    classes: &[Class::Semantic],
    viewpoints: Viewpoints::new(
        Verdict::Undecided,
        Verdict::Undecided,
        Verdict::Undecided,
        Verdict::No,
    ),
    why: "Another variable under the same name: code runs as before, and reads something else.",
    remedy: "Give the new variable a name of its own, and never use a removed name again.",
    find: |changes| {
        let labels = changes.texts_in_other_words(Kind::Column, "label");
        labels
            .filter(|(_, change)| *change == TextChange::AllLanguages)
            .filter_map(|(label, _)| {
                let of_column = |name: &'static str| {
                    let mut changed = changes.attribute(Kind::Column, name);
                    changed.find(|other| std::ptr::eq(other.pair().new, label.pair().new))
                };
                let term = of_column("phrase.term")?;
                let definition = of_column("definition")?;
                Some(label.found().and([term.index, definition.index]))
            })
            .chain(reused(changes))
            .collect()
    },
    example: Example {
        old: unchanged,
        new: |model| {
            let renewals = variable(model, "loan", "renewals");
            renewals.label = label("Aantal boeken", "Number of books");
            renewals.definition = label("Hoeveel boeken.", "How many books.");
            renewals.phrase.term = "het aantal boeken".into();
        },
    },
};

/// The findings about columns with the name of one that was renamed.
fn reused(changes: &Changes<'_>) -> Vec<Found> {
    use Class::{Breaking, Disclosure, Semantic};
    let columns = changes.reused_names(Kind::Column);
    let found = columns.iter().map(|column| match column {
        Reused::Added(added) => {
            let classes: &[_] = if added.item.is_nullable() {
                &[Semantic, Disclosure]
            } else {
                &[Breaking, Semantic, Disclosure]
            };
            let found = Found::new(added.index, added.item.text("phrase.term"));
            found.classes(classes)
        }
        Reused::Renamed(name) => {
            let found = name.found().and(changes.former_names_of(name));
            found.classes(&[Breaking, Semantic])
        }
    });
    found.collect()
}
