//! Renames: references to a renamed block, column or code list have no findings of their own.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::change::partners;
use crate::condition_columns;
use crate::item::{Item, Kind};
use crate::list_parts::{has_former_name, identity};

/// The new names by the old ones.
#[derive(Default)]
struct Renames {
    blocks: BTreeMap<String, String>,
    lists: BTreeMap<String, String>,
    /// By the old block and the old name of the column.
    columns: BTreeMap<(String, String), String>,
}

/// Writes the new names into the references of the old model: the columns of rules, keys and constraints, and the lists of columns.
pub(crate) fn follow(old: &mut Item, new: &Item) {
    let renames = Renames::of(old, new);
    if renames.blocks.is_empty() && renames.lists.is_empty() && renames.columns.is_empty() {
        return;
    }
    let blocks = old.children_of(Kind::Block);
    let blocks: Vec<_> = blocks.map(|block| block.text("id").to_owned()).collect();
    for child in &mut old.children {
        match child.kind {
            Kind::Block => renames.follow_in_block(child),
            Kind::Constraint => {
                for name in ["applies_to.columns", "reads"] {
                    let columns = child.attributes.get_mut(name).and_then(Value::as_array_mut);
                    for column in columns.into_iter().flatten() {
                        renames.follow_in_path(column);
                    }
                }
                if let Some(condition) = child.attributes.get_mut("condition") {
                    condition_columns::visit(condition, &blocks, &mut FollowNames(&renames));
                }
            }
            _ => {}
        }
    }
}

impl Renames {
    fn of(old: &Item, new: &Item) -> Self {
        let mut renames = Self::default();
        for (old, new) in pairs(old, new, Kind::CodeList) {
            add(&mut renames.lists, old.text("id"), new.text("id"));
        }
        renames.add_merged_lists(old, new);
        for (old, new) in pairs(old, new, Kind::Block) {
            let block = old.text("id");
            add(&mut renames.blocks, block, new.text("id"));
            for (old, new) in pairs(old, new, Kind::Column) {
                let (old, new) = (old.text("name"), new.text("name"));
                if old != new {
                    let column = (block.to_owned(), old.to_owned());
                    renames.columns.insert(column, new.to_owned());
                }
            }
        }
        renames
    }

    /// Adds the lists that are gone and that a list continues as one of several, with all of their codes and their meanings.
    fn add_merged_lists(&mut self, old: &Item, new: &Item) {
        let ids: BTreeSet<_> = new
            .children_of(Kind::CodeList)
            .map(|list| list.text("id"))
            .collect();
        for former in old.children_of(Kind::CodeList) {
            let id = former.text("id");
            if ids.contains(id) || self.lists.contains_key(id) {
                continue;
            }
            let mut lists = new.children_of(Kind::CodeList);
            let Some(list) = lists.find(|list| has_former_name(list, id)) else {
                continue;
            };
            let codes: BTreeSet<_> = list.children_of(Kind::Code).map(identity).collect();
            let mut former_codes = former.children_of(Kind::Code).map(identity);
            if former_codes.all(|code| codes.contains(&code)) {
                add(&mut self.lists, id, list.text("id"));
            }
        }
    }

    fn column(&self, block: &str, name: &str) -> Option<&String> {
        self.columns.get(&(block.to_owned(), name.to_owned()))
    }

    fn follow_in_block(&self, block: &mut Item) {
        let id = block.text("id").to_owned();
        let name = |value: &mut Value| {
            let new = value.as_str().and_then(|name| self.column(&id, name));
            if let Some(new) = new {
                *value = new.as_str().into();
            }
        };
        let key = block.attributes.get_mut("identity.key");
        let key = key.and_then(Value::as_array_mut);
        key.into_iter().flatten().for_each(name);
        if let Some(period) = block.attributes.get_mut("observation_period") {
            name(period);
        }
        for child in &mut block.children {
            match child.kind {
                Kind::Rule => {
                    if let Some(expression) = child.attributes.get_mut("expression") {
                        follow_in_expression(expression, &name);
                    }
                }
                Kind::Column => {
                    for attribute in ["code_list", "value_type.list", "value_type.item.list"] {
                        let Some(value) = child.attributes.get_mut(attribute) else {
                            continue;
                        };
                        let new = value.as_str().and_then(|list| self.lists.get(list));
                        if let Some(new) = new {
                            *value = new.as_str().into();
                        }
                    }
                }
                _ => {}
            }
        }
    }

    /// Follows the renames in `block.column`.
    fn follow_in_path(&self, path: &mut Value) {
        let Some((block, column)) = path.as_str().and_then(|path| path.split_once('.')) else {
            return;
        };
        let new_block = self.blocks.get(block).map_or(block, String::as_str);
        let new_column = self.column(block, column).map_or(column, String::as_str);
        *path = format!("{new_block}.{new_column}").into();
    }
}

/// Follows the renames in the condition of a constraint.
struct FollowNames<'r>(&'r Renames);

impl condition_columns::Names for FollowNames<'_> {
    fn column(&mut self, block: &str, name: &mut Value) {
        let new = name.as_str().and_then(|name| self.0.column(block, name));
        if let Some(new) = new {
            *name = new.as_str().into();
        }
    }

    fn block(&mut self, id: &mut Value) {
        let new = id.as_str().and_then(|id| self.0.blocks.get(id));
        if let Some(new) = new {
            *id = new.as_str().into();
        }
    }
}

fn add(renames: &mut BTreeMap<String, String>, old: &str, new: &str) {
    if old != new {
        renames.insert(old.to_owned(), new.to_owned());
    }
}

/// Returns the items of a kind that both items have.
fn pairs<'m>(old: &'m Item, new: &'m Item, kind: Kind) -> Vec<(&'m Item, &'m Item)> {
    let old: Vec<_> = old.children_of(kind).collect();
    let new: Vec<_> = new.children_of(kind).collect();
    let partners = partners(kind, &old, &new);
    let pairs = partners.into_iter().zip(new);
    pairs
        .filter_map(|(partner, new)| Some((old[partner?], new)))
        .collect()
}

/// Follows the renames in each `{"column": ".."}` of an expression.
pub(crate) fn follow_in_expression(expression: &mut Value, name: &impl Fn(&mut Value)) {
    match expression {
        Value::Object(parts) => {
            for (part, value) in parts {
                if part == "column" && value.is_string() {
                    name(value);
                } else {
                    follow_in_expression(value, name);
                }
            }
        }
        Value::Array(items) => {
            for item in items {
                follow_in_expression(item, name);
            }
        }
        _ => {}
    }
}
