//! The properties that a decision states for a phrase: in its term, its heading or its paragraph, of which the nearest counts.

use beraad_describe::Grain;
use serde_json::Value;

use crate::change::{Change, Pair, What};
use crate::class::{Class, Verdict};
use crate::item::{Item, Kind};
use crate::rule::Changes;

/// The properties that a paragraph, a heading or a term may state.
pub(crate) const PROPERTIES: [&str; 4] = ["dates", "amounts", "provider", "yearly_states"];

/// A property in the old and in the new model, wherever the decision states it.
pub(crate) struct Stated {
    pub(crate) property: &'static str,
    pub(crate) old: String,
    pub(crate) new: String,
}

/// The ways in which a property differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Difference {
    /// It has the same effect.
    None,
    /// More precise dates, or exact amounts.
    Finer,
    /// Less precise dates, or amounts in classes only.
    Coarser,
    /// Another provider, or the state of another day.
    Other,
}

/// A changed attribute of a paragraph, a heading or a term that states a property.
pub(crate) struct StatedChange {
    pub(crate) index: usize,
    pub(crate) stated: Stated,
}

impl Changes<'_> {
    /// Returns the changed attributes of paragraphs, headings and terms that state a property.
    pub(crate) fn stated(&self) -> impl Iterator<Item = StatedChange> {
        self.open().filter_map(|(index, change)| {
            let What::Attribute { name, .. } = change.what else {
                return None;
            };
            let kind = change.owner().new.kind;
            if !matches!(kind, Kind::Paragraph | Kind::Heading | Kind::Term) {
                return None;
            }
            let name = if name == "precision" { "dates" } else { name };
            let property = PROPERTIES.into_iter().find(|property| *property == name)?;
            Some(StatedChange {
                index,
                stated: Stated::of(property, &change.within),
            })
        })
    }
}

impl Stated {
    /// Returns a property of the last of these items, each of which is in the one before.
    pub(crate) fn of(property: &'static str, within: &[Pair<'_>]) -> Self {
        let old: Vec<_> = within.iter().map(|pair| pair.old).collect();
        let new: Vec<_> = within.iter().map(|pair| pair.new).collect();
        Self::between(property, &old, &new)
    }

    /// Returns a property of the last item of each of two lists, in which each item is in the one before.
    pub(crate) fn between(property: &'static str, old: &[&Item], new: &[&Item]) -> Self {
        Self {
            property,
            old: stated(property, old),
            new: stated(property, new),
        }
    }

    pub(crate) fn difference(&self) -> Difference {
        if self.old == self.new {
            return Difference::None;
        }
        match self.property {
            "dates" => match (self.old.parse::<Grain>(), self.new.parse::<Grain>()) {
                (Ok(old), Ok(new)) if old > new => Difference::Coarser,
                _ => Difference::Finer,
            },
            "amounts" if self.new == "exact" => Difference::Finer,
            "amounts" => Difference::Coarser,
            _ => Difference::Other,
        }
    }

    /// Returns the old and the new value for a message: `month -> quarter`.
    pub(crate) fn both_values(&self) -> String {
        let shown = |text: &str| match (self.property, text) {
            (_, "") => "none".to_owned(),
            ("provider", text) => format!("{text:?}"),
            (_, text) => text.to_owned(),
        };
        format!("{} -> {}", shown(&self.old), shown(&self.new))
    }
}

/// Returns the property of the last of these items; what is true if nothing states it.
pub(crate) fn stated(property: &str, items: &[&Item]) -> String {
    let of_item = |item: &&Item| {
        let name = match (item.kind, property) {
            (Kind::Term, "dates") => "precision",
            _ => property,
        };
        let text = item.attributes.get(name).and_then(Value::as_str);
        text.map(str::to_owned)
    };
    let own = items.iter().rev().find_map(of_item);
    let of_paragraph = || {
        let heading = items.iter().find(|item| item.kind == Kind::Heading)?;
        let decision = items.iter().find(|item| item.kind == Kind::Decision)?;
        let mut paragraphs = decision.children_of(Kind::Paragraph);
        of_item(&paragraphs.find(|item| item.text("number") == heading.text("paragraph"))?)
    };
    own.or_else(of_paragraph).unwrap_or_else(|| {
        let unstated = match property {
            "dates" => "year",
            "amounts" => "classes",
            "yearly_states" => "within_year",
            _ => "",
        };
        unstated.to_owned()
    })
}

/// The properties that differ between two items.
#[derive(Default)]
pub(crate) struct Effect {
    is_finer: bool,
    is_coarser: bool,
    is_other: bool,
    pub(crate) parts: Vec<String>,
}

impl Effect {
    /// Adds the properties that differ between the last items of two lists, in which each item is in the one before.
    pub(crate) fn add(&mut self, old: &[&Item], new: &[&Item]) {
        for property in PROPERTIES {
            let stated = Stated::between(property, old, new);
            match stated.difference() {
                Difference::None => continue,
                Difference::Finer => self.is_finer = true,
                Difference::Coarser => self.is_coarser = true,
                Difference::Other => self.is_other = true,
            }
            let part = format!("{property} {}", stated.both_values());
            if !self.parts.contains(&part) {
                self.parts.push(part);
            }
        }
    }

    pub(crate) fn is_none(&self) -> bool {
        self.parts.is_empty()
    }

    /// Returns the verdict about Rust code: columns with more precise values than the decision allows do not compile.
    pub(crate) fn rust_api(&self) -> Verdict {
        if self.is_coarser {
            Verdict::Undecided
        } else {
            Verdict::Yes
        }
    }

    /// Returns the classes of the difference; `None` if nothing differs.
    pub(crate) fn classes(&self) -> Option<&'static [Class]> {
        use Class::{Breaking, Disclosure, Semantic};
        match (self.is_other, self.is_coarser, self.is_finer) {
            (false, false, false) => None,
            (false, false, true) => Some(&[Disclosure]),
            (false, true, false) => Some(&[Breaking]),
            (false, true, true) => Some(&[Breaking, Disclosure]),
            (true, false, false) => Some(&[Semantic]),
            (true, false, true) => Some(&[Semantic, Disclosure]),
            (true, true, false) => Some(&[Semantic, Breaking]),
            (true, true, true) => Some(&[Semantic, Breaking, Disclosure]),
        }
    }
}

/// Returns the effect of a paragraph that only one of the models has on the headings that both models have in it.
pub(crate) fn effect_of_paragraph(change: &Change<'_>) -> Effect {
    let Pair { old, new } = change.owner();
    let number = change.item().text("number");
    let mut effect = Effect::default();
    for heading in new.children_of(Kind::Heading) {
        let is_same = |old: &&Item| {
            old.text("paragraph") == number && old.text("title") == heading.text("title")
        };
        if heading.text("paragraph") == number
            && let Some(former) = old.children_of(Kind::Heading).find(is_same)
        {
            effect.add(&[old, former], &[new, heading]);
        }
    }
    effect
}

/// Returns the relatives of each term of a heading in the old and in the new model: those of the heading and its own. A
/// heading without terms that both models have counts by its own relatives.
pub(crate) fn relatives(within: &[Pair<'_>]) -> Vec<(Vec<String>, Vec<String>)> {
    let Some(heading) = within.iter().find(|pair| pair.new.kind == Kind::Heading) else {
        return Vec::new();
    };
    let union = |items: [&Item; 2]| {
        let lists = items.map(|item| item.attributes.get("relatives").and_then(Value::as_array));
        let names = lists
            .into_iter()
            .flatten()
            .flatten()
            .filter_map(Value::as_str);
        let mut names: Vec<_> = names.map(str::to_owned).collect();
        names.sort_unstable();
        names.dedup();
        names
    };
    if let Some(term) = within.iter().find(|pair| pair.new.kind == Kind::Term) {
        return vec![(
            union([heading.old, term.old]),
            union([heading.new, term.new]),
        )];
    }
    let of_terms = heading.new.children_of(Kind::Term).filter_map(|term| {
        let is_same = |old: &&Item| {
            old.text("term") == term.text("term") && old.text("of") == term.text("of")
        };
        let old = heading.old.children_of(Kind::Term).find(is_same)?;
        Some((union([heading.old, old]), union([heading.new, term])))
    });
    let of_terms: Vec<_> = of_terms.collect();
    if of_terms.is_empty() {
        return vec![(
            union([heading.old, heading.old]),
            union([heading.new, heading.new]),
        )];
    }
    of_terms
}
