//! The rules of a block that changed, for the rules about them.

use std::collections::BTreeMap;

use beraad_describe::{Block, Column, Expr};
use serde_json::Value;

use crate::change::{Change, Pair};
use crate::class::{Verdict, Viewpoints};
use crate::condition::Side;
use crate::former_names::{Names, continued};
use crate::item::{Item, Kind};
use crate::rename::follow_in_expression;
use crate::rule::{Attribute, Changes, Found};
use crate::shown::both_sides;

/// A changed condition: whether old rows fulfil the new one, and new rows the old one.
pub(crate) struct ChangedCondition<'c, 'm> {
    pub(crate) attribute: Attribute<'c, 'm>,
    pub(crate) backward: Verdict,
    pub(crate) forward: Verdict,
    /// The old names of renamed columns, by the new ones.
    old_names: BTreeMap<String, Option<String>>,
}

impl ChangedCondition<'_, '_> {
    /// Returns the finding of this change.
    pub(crate) fn found(&self) -> Found {
        let (backward, forward) = (self.backward, self.forward);
        let found = Found::new(self.attribute.index, self.both_conditions());
        found.viewpoints(Viewpoints::new(
            backward,
            forward,
            Verdict::Yes,
            Verdict::Yes,
        ))
    }

    /// Returns the old and the new condition for a message, each with the names of columns in its model.
    fn both_conditions(&self) -> String {
        let shown = |value: Option<&Value>| {
            let expression = value.and_then(expression);
            expression.map_or_else(String::new, |it| it.to_string())
        };
        let old = self.attribute.old.map(|old| {
            let mut old = old.clone();
            follow_in_expression(&mut old, &|name| {
                let own = name.as_str().and_then(|name| self.old_names.get(name));
                if let Some(Some(own)) = own {
                    *name = own.as_str().into();
                }
            });
            old
        });
        let [old, new] = [shown(old.as_ref()), shown(self.attribute.new)];
        if old != new {
            return format!("{old} -> {new}");
        }
        // The names are the same, and those of other columns.
        let followed = shown(self.attribute.old);
        if followed != new {
            return format!("{followed} -> {new}, with the names of the new model");
        }
        both_sides(&[old, new], [self.attribute.old, self.attribute.new])
    }
}

impl Changes<'_> {
    /// Returns the rules whose condition changed.
    pub(crate) fn changed_conditions(&self) -> impl Iterator<Item = ChangedCondition<'_, '_>> {
        self.attribute(Kind::Rule, "expression").map(|attribute| {
            let sides = self.sides(attribute.change);
            let (backward, forward) = match &sides {
                Some((old, new)) => {
                    let fulfils = |side: &Side<'_>, value: Option<&Value>, other: &Side<'_>| {
                        let condition = value.and_then(expression);
                        condition.map_or(Verdict::Undecided, |it| side.fulfils(&it, other))
                    };
                    (
                        fulfils(old, attribute.new, new),
                        fulfils(new, attribute.old, old),
                    )
                }
                None => (Verdict::Undecided, Verdict::Undecided),
            };
            ChangedCondition {
                attribute,
                backward,
                forward,
                old_names: sides.map(|(old, _)| old.own_names).unwrap_or_default(),
            }
        })
    }

    /// Returns whether the rows of the old model fulfil a rule that the new one adds.
    pub(crate) fn old_rows_fulfil(&self, change: &Change<'_>) -> Verdict {
        let condition = change.item().attributes.get("expression");
        match (self.sides(change), condition.and_then(expression)) {
            (Some((old, new)), Some(condition)) => old.fulfils(&condition, &new),
            _ => Verdict::Undecided,
        }
    }

    /// Returns whether the rows of the new model fulfil a rule that only the old one has.
    pub(crate) fn new_rows_fulfil(&self, change: &Change<'_>) -> Verdict {
        let condition = change.item().attributes.get("expression");
        match (self.sides(change), condition.and_then(expression)) {
            (Some((old, new)), Some(condition)) => new.fulfils(&condition, &old),
            _ => Verdict::Undecided,
        }
    }

    /// Returns the block of a change in both models.
    fn sides(&self, change: &Change<'_>) -> Option<(Side<'_>, Side<'_>)> {
        let Pair { old, new } = change.pair(Kind::Block)?;
        let old_block = self.old.block(old.text("id"))?;
        let new_block = self.new.block(new.text("id"))?;
        let old = Side {
            model: self.old,
            block: old_block,
            conditions: conditions(old),
            own_names: old_names(old_block, new_block),
        };
        let new = Side {
            model: self.new,
            block: new_block,
            conditions: conditions(new),
            own_names: BTreeMap::new(),
        };
        Some((old, new))
    }
}

/// Returns the old names of the new columns whose name is another one in the old block; `None` if it does not have the column.
fn old_names(old: &Block, new: &Block) -> BTreeMap<String, Option<String>> {
    let (old, new) = (old.columns(), new.columns());
    let names = |columns: &[Column<'_>]| -> Vec<_> { columns.iter().map(Names::from).collect() };
    let continued = continued(&names(&old), &names(&new));
    let own = continued
        .iter()
        .map(|place| Some(old[(*place)?].name.clone()));
    let new = new.into_iter().map(|column| column.name);
    new.zip(own)
        .filter(|(new, own)| own.as_ref() != Some(new))
        .collect()
}

/// Returns the conditions of a block. Those of the old model have the new names of renamed columns.
fn conditions(block: &Item) -> Vec<Expr> {
    let rules = block.children_of(Kind::Rule);
    rules
        .filter_map(|rule| expression(rule.attributes.get("expression")?))
        .collect()
}

/// Returns the expression of a rule.
pub(crate) fn expression(value: &Value) -> Option<Expr> {
    serde_json::from_value(value.clone()).ok()
}
