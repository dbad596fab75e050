//! Changes of the type of a column, with both types.

use beraad_describe::{Grain, Model, ValueType};

use crate::class::{Verdict, Viewpoints};
use crate::item::Kind;
use crate::limits::{fineness, fits, is_wider, size};
use crate::rule::{Attribute, Changes, Found};

/// The changed parts of the type of one column.
pub(crate) struct TypeChange<'c, 'm> {
    pub(crate) old: &'m ValueType,
    pub(crate) new: &'m ValueType,
    /// The changed attributes of the type, and that of the code list where the list is another one.
    pub(crate) attributes: Vec<Attribute<'c, 'm>>,
    /// True if the column is the observation period of its block in the new model.
    pub(crate) is_observation_period: bool,
}

impl<'m> Changes<'m> {
    /// Returns the findings of the open changes of bounds that are of a rule, one for each column: `is_of_rule` gets the change and true
    /// if no bound is narrower.
    pub(crate) fn bounds(
        &self,
        is_of_rule: impl Fn(&TypeChange<'_, 'm>, bool) -> bool,
    ) -> Vec<Found> {
        let mut found = Vec::new();
        for change in &self.types() {
            let lower = change.parts("min", Verdict::Yes);
            let bounds: Vec<_> = lower.chain(change.parts("max", Verdict::Yes)).collect();
            let mut attributes = bounds.iter().map(|(attribute, _)| attribute);
            let is_wider = attributes.all(|it| is_wider(it.name, it.old, it.new));
            if bounds.is_empty() || !is_of_rule(change, is_wider) {
                continue;
            }
            let mut viewpoints = change.viewpoints(Verdict::Yes);
            if is_wider {
                // Another change of the type may let the new model reject old values: it has a finding of its own.
                viewpoints.old_data_in_new_model = Verdict::Yes;
            }
            let message = if let [(only, _)] = &bounds[..] {
                only.change_text()
            } else {
                let parts = bounds.iter().map(|(bound, _)| {
                    let name = bound.name.rsplit('.').next().unwrap_or_default();
                    format!("{name} {}", bound.change_text())
                });
                parts.collect::<Vec<_>>().join(", ")
            };
            let indexes = bounds[1..].iter().map(|(bound, _)| bound.index);
            found.push(
                Found::new(bounds[0].0.index, message)
                    .and(indexes)
                    .viewpoints(viewpoints),
            );
        }
        found
    }

    /// Returns the open changes of types, one for each column.
    pub(crate) fn types(&self) -> Vec<TypeChange<'_, 'm>> {
        let mut changes: Vec<(String, TypeChange<'_, 'm>)> = Vec::new();
        for attribute in self.attributes(Kind::Column) {
            if !attribute.name.starts_with("value_type.") {
                continue;
            }
            let Some(blocks) = attribute.change.pair(Kind::Block) else {
                continue;
            };
            let columns = attribute.pair();
            let key = format!("{}.{}", blocks.new.text("id"), columns.new.text("name"));
            if let Some((last, change)) = changes.last_mut()
                && *last == key
            {
                change.attributes.push(attribute);
                continue;
            }
            let old = value_type(self.old, blocks.old.text("id"), columns.old.text("name"));
            let new = value_type(self.new, blocks.new.text("id"), columns.new.text("name"));
            let (Some(old), Some(new)) = (old, new) else {
                continue;
            };
            let period = blocks.new.text("observation_period");
            let change = TypeChange {
                old,
                new,
                attributes: vec![attribute],
                is_observation_period: period == columns.new.text("name"),
            };
            changes.push((key, change));
        }
        changes.into_iter().map(|(_, change)| change).collect()
    }
}

fn value_type<'m>(model: &'m Model, block: &str, column: &str) -> Option<&'m ValueType> {
    let column = model.block(block)?.column(column)?;
    Some(column.value_type())
}

impl<'m> TypeChange<'_, 'm> {
    /// Returns whether the values are of another kind.
    pub(crate) fn is_of_kind(&self) -> bool {
        let kind = |name: &str| matches!(name.rsplit('.').next(), Some("kind" | "item"));
        self.attributes.iter().any(|attribute| kind(attribute.name))
    }

    /// Returns whether whole numbers are stored as another integer type.
    pub(crate) fn has_other_size(&self) -> bool {
        size(self.old) != size(self.new)
    }

    /// Returns the precisions, if both types are dates.
    pub(crate) fn grains(&self) -> Option<(Grain, Grain)> {
        Some((self.old.grain()?, self.new.grain()?))
    }

    /// Returns whether the dates are finer than before; `None` if they are as fine, or no dates.
    pub(crate) fn is_finer(&self) -> Option<bool> {
        let (old, new) = self.grains()?;
        let (old, new) = (fineness(old), fineness(new));
        (old != new).then_some(new > old)
    }

    /// Returns the verdicts: those of the values, and the given one about the series. Rust code names the type.
    pub(crate) fn viewpoints(&self, series_comparable: Verdict) -> Viewpoints {
        Viewpoints::new(
            fits(self.old, self.new),
            fits(self.new, self.old),
            Verdict::No,
            series_comparable,
        )
    }

    /// Returns the finding of all changes of the type.
    pub(crate) fn found(&self, series_comparable: Verdict) -> Found {
        let message = format!("{} -> {}", words(self.old), words(self.new));
        let mut indices = self.attributes.iter().map(|attribute| attribute.index);
        let first = indices.next().unwrap_or_default();
        Found::new(first, message)
            .and(indices)
            .viewpoints(self.viewpoints(series_comparable))
    }

    /// Returns the finding of all changes of the type, and of the code list that comes or goes with it.
    pub(crate) fn found_with_list(
        &self,
        changes: &Changes<'m>,
        series_comparable: Verdict,
    ) -> Found {
        let column = self.attributes[0].pair().new;
        let lists = changes.attribute(Kind::Column, "code_list");
        let of_column = lists.filter(|list| std::ptr::eq(list.pair().new, column));
        self.found(series_comparable)
            .and(of_column.map(|list| list.index))
    }

    /// Returns a finding for each open change of a part of the type, such as `decimals`.
    pub(crate) fn parts<'a>(
        &'a self,
        part: &'a str,
        series_comparable: Verdict,
    ) -> impl Iterator<Item = (Attribute<'a, 'm>, Found)> + 'a {
        let attributes = self.attributes.iter();
        let of_part = attributes.filter(move |attribute| {
            let name = attribute.name.strip_prefix("value_type.");
            let name = name.map(|name| name.strip_prefix("item.").unwrap_or(name));
            name.is_some_and(|name| name == part || name.starts_with(&format!("{part}.")))
        });
        of_part.map(move |attribute| {
            let found = attribute.found();
            (
                *attribute,
                found.viewpoints(self.viewpoints(series_comparable)),
            )
        })
    }
}

/// Returns the findings of a part of types that says what a number measures, each with the change of the unit of its column.
pub(crate) fn found_with_unit(changes: &Changes<'_>, part: &str) -> Vec<Found> {
    let mut findings = Vec::new();
    for change in &changes.types() {
        for (attribute, mut found) in change.parts(part, Verdict::No) {
            let units = changes.attribute(Kind::Column, "unit");
            let column = attribute.pair().new;
            let mut units = units.filter(|unit| std::ptr::eq(unit.pair().new, column));
            if let Some(unit) = units.next() {
                found.message = format!("{}, unit: {}", found.message, unit.change_text());
                found.explains.push(unit.index);
            }
            findings.push(found);
        }
    }
    findings
}

/// Returns the name of a type, with its list or its item.
fn words(value_type: &ValueType) -> String {
    match value_type {
        ValueType::List { .. } if !value_type.item().is_list() => {
            format!("list of {}", words(value_type.item()))
        }
        other => match other.code_list() {
            Some(list) => format!("{} ({list})", other.kind().name()),
            None => other.kind().name().to_owned(),
        },
    }
}
