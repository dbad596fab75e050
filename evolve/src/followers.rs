//! Changes that follow from another one: those of columns and blocks that quote a phrase or heading of the decision, and of rules and
//! constraints that name a column.

use serde_json::Value;

use crate::change::{Change, Pair, What};
use crate::condition_columns;
use crate::item::{Item, Kind};
use crate::rename::follow_in_expression;
use crate::rule::{Attribute, Changes};

/// The attributes of a column that name its phrase: the paragraph, the heading, what the phrase is of, and the phrase.
const PHRASE: [&str; 4] = [
    "phrase.paragraph",
    "phrase.heading",
    "phrase.of",
    "phrase.term",
];

/// Returns the phrase that a column carries out.
fn phrase_of(column: &Item) -> [&str; 4] {
    PHRASE.map(|name| column.text(name))
}

/// Returns a phrase of the decision as a column names it.
fn phrase_in<'m>(heading: &'m Item, term: &'m Item) -> [&'m str; 4] {
    [
        heading.text("paragraph"),
        heading.text("title"),
        term.text("of"),
        term.text("term"),
    ]
}

/// A phrase of the old model and one of the new model, each with its heading.
pub(crate) struct PhrasePair<'m> {
    pub(crate) headings: Pair<'m>,
    pub(crate) terms: Pair<'m>,
}

/// Returns true if exactly the columns that carried out the old phrase carry out the new one, and there are some.
pub(crate) fn has_same_columns(change: &Change<'_>, phrases: &PhrasePair<'_>) -> bool {
    let model = change.within[0];
    let names = |model: &Item, phrase: [&str; 4]| -> Vec<(String, String)> {
        let blocks = model.children_of(Kind::Block);
        let columns = blocks.flat_map(|block| {
            let columns = block.children_of(Kind::Column);
            columns.map(move |column| (block, column))
        });
        let columns = columns.filter(|(_, column)| phrase_of(column) == phrase);
        columns
            .map(|(block, column)| (block.text("id").to_owned(), column.text("name").to_owned()))
            .collect()
    };
    let old = names(
        model.old,
        phrase_in(phrases.headings.old, phrases.terms.old),
    );
    let new = names(
        model.new,
        phrase_in(phrases.headings.new, phrases.terms.new),
    );
    !old.is_empty() && old == new
}

impl<'m> Changes<'m> {
    /// Returns the changes of the columns that carried out the old phrase and carry out the new one.
    pub(crate) fn columns_of_phrase(&self, phrases: &PhrasePair<'_>) -> Vec<usize> {
        let old = phrase_in(phrases.headings.old, phrases.terms.old);
        let new = phrase_in(phrases.headings.new, phrases.terms.new);
        let attributes = self.attributes(Kind::Column);
        let attributes = attributes.filter(|it| PHRASE.contains(&it.name));
        let attributes = attributes.filter(|it| {
            let Pair {
                old: before,
                new: after,
            } = it.pair();
            phrase_of(before) == old && phrase_of(after) == new
        });
        attributes.map(|it| it.index).collect()
    }

    /// Returns the changes of columns and blocks that name a heading by the attribute of it that changed: its title or its paragraph.
    pub(crate) fn that_name_heading(&self, attribute: &Attribute<'_, '_>) -> Vec<usize> {
        let (of_block, of_column) = match attribute.name {
            "title" => ("heading", "phrase.heading"),
            _ => ("paragraph", "phrase.paragraph"),
        };
        let place = |heading: &'m Item| (heading.text("paragraph"), heading.text("title"));
        let Pair { old, new } = self.all[attribute.index].owner();
        let of_kind = |kind, name: &'static str, names: [&'static str; 2]| {
            let changed = self.attribute(kind, name);
            let changed = changed.filter(move |it| {
                let named = |item: &'m Item| (item.text(names[0]), item.text(names[1]));
                let pair = it.pair();
                named(pair.old) == place(old) && named(pair.new) == place(new)
            });
            changed.map(|it| it.index).collect::<Vec<_>>()
        };
        let mut indexes = of_kind(Kind::Block, of_block, ["paragraph", "heading"]);
        indexes.extend(of_kind(
            Kind::Column,
            of_column,
            ["phrase.paragraph", "phrase.heading"],
        ));
        indexes
    }

    /// Returns the changes of an attribute of columns, such as `phrase.dates`, whose phrase is in the paragraph, heading or term of a
    /// change, and whose texts are those that it states.
    pub(crate) fn columns_below(
        &self,
        change: &Change<'m>,
        name: &'static str,
        values: Option<(&str, &str)>,
    ) -> Vec<usize> {
        let Pair { new: item, .. } = change.owner();
        let heading = change.pair(Kind::Heading).map(|pair| pair.new);
        let is_below = |column: &Item| {
            let [paragraph, title, of, term] = phrase_of(column);
            let is_in_heading = |heading: &Item| {
                heading.text("paragraph") == paragraph && heading.text("title") == title
            };
            match item.kind {
                Kind::Paragraph => item.text("number") == paragraph,
                Kind::Heading => is_in_heading(item),
                _ => {
                    heading.is_some_and(is_in_heading)
                        && item.text("of") == of
                        && item.text("term") == term
                }
            }
        };
        let changed = self.attribute(Kind::Column, name).filter(|it| {
            is_below(it.pair().new)
                && values.is_none_or(|values| values == (it.old_text(), it.new_text()))
        });
        changed.map(|it| it.index).collect()
    }

    /// Returns the changes of keys, rules and constraints that only name columns otherwise, each with the index of the name in `names`.
    pub(crate) fn that_name_columns(&self, names: &[ColumnName<'_>]) -> Vec<(usize, usize)> {
        let mut found = Vec::new();
        for (index, change) in self.open() {
            let What::Attribute {
                name: attribute,
                old: Some(old),
                new: Some(new),
            } = change.what
            else {
                continue;
            };
            let block = change.pair(Kind::Block).map(|pair| pair.new.text("id"));
            let mut first = None;
            let mut replace = |value: &mut Value| {
                let Some(text) = value.as_str() else { return };
                let is_named = |name: &ColumnName<'_>| match block {
                    Some(block) => {
                        name.old_block == block && name.new_block == block && name.old == text
                    }
                    None => {
                        text.strip_prefix(name.old_block)
                            .and_then(|rest| rest.strip_prefix('.'))
                            == Some(name.old)
                    }
                };
                if let Some(place) = names.iter().position(is_named) {
                    let name = &names[place];
                    first.get_or_insert(place);
                    *value = match block {
                        Some(_) => name.new.into(),
                        None => format!("{}.{}", name.new_block, name.new).into(),
                    };
                }
            };
            let mut followed = old.clone();
            if (change.owner().new.kind, attribute) == (Kind::Constraint, "condition") {
                let mut moved = MovedNames { names, first: None };
                let own: Vec<_> = names.iter().map(|it| it.old_block.to_owned()).collect();
                condition_columns::visit(&mut followed, &own, &mut moved);
                if followed == *new
                    && let Some(first) = moved.first
                {
                    found.push((first, index));
                }
                continue;
            }
            match (change.owner().new.kind, attribute) {
                (Kind::Rule, "expression") => {
                    let replace = std::cell::RefCell::new(replace);
                    follow_in_expression(&mut followed, &|value| (replace.borrow_mut())(value));
                }
                (Kind::Block, "identity.key" | "observation_period")
                | (Kind::Constraint, "applies_to.columns" | "reads") => match &mut followed {
                    Value::Array(items) => items.iter_mut().for_each(replace),
                    only => replace(only),
                },
                _ => continue,
            }
            if followed == *new
                && let Some(first) = first
            {
                found.push((first, index));
            }
        }
        found
    }
}

/// Columns that have another name in the same block. A condition cannot follow one into another block by itself.
struct MovedNames<'n, 'm> {
    names: &'n [ColumnName<'m>],
    first: Option<usize>,
}

impl condition_columns::Names for MovedNames<'_, '_> {
    fn column(&mut self, block: &str, name: &mut Value) {
        let place = self.names.iter().position(|it| {
            it.old_block == block && it.new_block == block && name.as_str() == Some(it.old)
        });
        if let Some(place) = place {
            self.first.get_or_insert(place);
            *name = self.names[place].new.into();
        }
    }

    fn block(&mut self, _: &mut Value) {}
}

/// A column that has another name or is in another block, as far as its likeness says.
pub(crate) struct ColumnName<'m> {
    pub(crate) old_block: &'m str,
    pub(crate) old: &'m str,
    pub(crate) new_block: &'m str,
    pub(crate) new: &'m str,
}
