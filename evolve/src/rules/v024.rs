//! V024: the end of the retention of the data changed.

use beraad_describe::{Date, Retention};

use crate::class::{Class, Verdict, Viewpoints};
use crate::item::Kind;
use crate::rule::{Example, Found, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "V024",
    title: "the end of the retention of the data changed",
    is_about_words: false,
    classes: &[Class::Disclosure, Class::Risky, Class::Doc],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Yes),
    why: "Data that may be kept longer need a decision that allows it; an earlier end does not. Words are not compared with a day.",
    remedy: "Name the amendment of the decision that allows a later end.",
    find: |changes| {
        let found = changes
            .attributes(Kind::Decision)
            .filter(|end| end.name.starts_with("keep_until"));
        let explained: Vec<_> = found.map(|end| end.index).collect();
        let Some((first, rest)) = explained.split_first() else {
            return Vec::new();
        };
        let ends = (
            &changes.old.deliberation.keep_until,
            &changes.new.deliberation.keep_until,
        );
        let (classes, remedy): (&[Class], _) = match ends {
            (Some(Retention::Until(old)), Some(Retention::Until(new))) if new <= old => {
                (&[Class::Doc], "Destroy the data by the new end.")
            }
            (None, _) => (&[Class::Doc], "Destroy the data by the end."),
            (_, None) | (Some(Retention::Until(_)), Some(Retention::Until(_))) => {
                (&[Class::Disclosure], RULE.remedy)
            }
            _ => (
                &[Class::Risky],
                "Compare the words with the other end. A later end needs an amendment of the decision.",
            ),
        };
        let message = format!("{} -> {}", shown(ends.0.as_ref()), shown(ends.1.as_ref()));
        vec![
            Found::new(*first, message)
                .and(rest.iter().copied())
                .classes(classes)
                .remedy(remedy),
        ]
    },
    example: Example {
        old: unchanged,
        new: |model| {
            model.deliberation.keep_until = Some(Retention::Until(Date::ymd(2031, 12, 31)));
        },
    },
};

/// Returns an end for a message.
fn shown(end: Option<&Retention>) -> String {
    match end {
        None => "no limit".to_owned(),
        Some(Retention::Until(day)) => day.to_string(),
        Some(Retention::Words(words)) => {
            let words: Vec<_> = words.iter().map(|(_, text)| text).collect();
            format!("{:?}", words.join(" / "))
        }
    }
}
