//! Items that have another id, and are the same otherwise.

use crate::item::{Item, Kind};
use crate::rule::{Changes, Found};

/// Returns a finding for each item of a kind that only the new model has, and that one of the old model equals but for its id.
pub(crate) fn found_other_ids(changes: &Changes<'_>, kind: Kind) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    for new in changes.added(kind) {
        let is_free = |index| found.iter().all(|found| !found.explains.contains(&index));
        let old = changes.removed(kind).find(|old| {
            let is_in_same_item = std::ptr::eq(old.change.owner().new, new.change.owner().new);
            is_in_same_item && is_free(old.index) && is_same(old.item, new.item)
        });
        if let Some(old) = old {
            let message = format!("{} -> {}", old.item.name(), new.item.name());
            found.push(Found::new(new.index, message).and([old.index]));
        }
    }
    found
}

/// Returns whether two items differ in their ids only.
fn is_same(old: &Item, new: &Item) -> bool {
    let rest = |item: &Item| {
        let mut attributes = item.attributes.clone();
        attributes.remove("id");
        attributes
    };
    rest(old) == rest(new)
}
