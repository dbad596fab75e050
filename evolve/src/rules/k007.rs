//! K007: a constraint tolerates other deviations.

use super::k001::{looser, other, stricter};
use crate::class::{Class, Viewpoints};
use crate::item::Kind;
use crate::rule::{Example, Found, Rule, unchanged};
use crate::text_change::TextChange;

pub(super) static RULE: Rule = Rule {
    id: "K007",
    title: "a constraint tolerates other deviations",
    is_about_words: false,
    classes: &[Class::Breaking, Class::Risky, Class::Compatible],
    viewpoints: Viewpoints::OF_OTHER_CHECK,
    why: "A check accepts more deviations, or fewer, or others. A check of a single row does not read constraints.",
    remedy: "Keep what is tolerated, or count the deviations in the last delivery first.",
    find: |changes| {
        let texts = changes.attribute(Kind::Constraint, "tolerates");
        texts
            .map(|text| {
                let (classes, viewpoints): (&[Class], _) = match text.text_change() {
                    TextChange::Added => looser(text.pair().old),
                    TextChange::Removed => stricter(text.pair().new),
                    _ => (&[Class::Risky], other(text.pair()).1),
                };
                Found::new(text.index, text.change_text())
                    .classes(classes)
                    .viewpoints(viewpoints)
            })
            .collect()
    },
    example: Example {
        old: unchanged,
        new: |model| model.constraints[0].tolerates = None,
    },
};
