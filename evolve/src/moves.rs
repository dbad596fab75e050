//! Columns that moved to another block, with their names or under another one, and those that look like renamed ones.

use crate::change::{Change, Pair, What, compare};
use crate::former_names::Names;
use crate::item::{Item, Kind};

/// A column that one block had and another one has, as the changes by their index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Move {
    pub(crate) removed: usize,
    pub(crate) added: usize,
}

/// Compares the names of an old and of a new column.
type HasName = fn(&Item, &Item) -> bool;

/// Returns the moved columns: they carry out the same phrase with values of the same kind, and have the same name, or one gives the name
/// of the other in `renamed_from`.
pub(crate) fn moves(changes: &[Change<'_>]) -> Vec<Move> {
    let columns = changes.iter().enumerate();
    let (mut removed, mut added) = (Vec::new(), Vec::new());
    for (index, change) in columns {
        match change.what {
            What::Removed(item) if is_variable(item) => removed.push((index, item)),
            What::Added(item) if is_variable(item) => added.push((index, item)),
            _ => {}
        }
    }
    let mut moves = Vec::new();
    // A column of the same name comes before one with another name.
    let ways: [HasName; 2] = [has_same_name, is_renamed];
    for has_name in ways {
        added.retain(|(added_index, new)| {
            let place = removed.iter().position(|(removed_index, old)| {
                let block = |index: usize| changes[index].owner().new.text("id");
                ["phrase.term", "value_type.kind"]
                    .iter()
                    .all(|name| old.text(name) == new.text(name))
                    && block(*removed_index) != block(*added_index)
                    && has_name(old, new)
            });
            let Some(place) = place else {
                return true;
            };
            let (removed, _) = removed.remove(place);
            moves.push(Move {
                removed,
                added: *added_index,
            });
            false
        });
    }
    moves.sort_by_key(|moved| moved.added);
    moves
}

/// Returns the columns beside the moved ones that look like renamed ones, without a `renamed_from` that states it: a column of the same
/// block carries out the same phrase with values of the same kind, and has the same label.
pub(crate) fn likely_renames(changes: &[Change<'_>], moved: &[Move]) -> Vec<Move> {
    let (mut removed, mut added) = (Vec::new(), Vec::new());
    for (index, change) in changes.iter().enumerate() {
        let is_free = |item: &Item| {
            let is_moved = moved
                .iter()
                .any(|moved| [moved.removed, moved.added].contains(&index));
            // A reference to another unit has rules of its own.
            let is_reference =
                item.text("field") == "role" && item.text("value_type.kind") == "serial_number";
            item.kind == Kind::Column && !is_moved && !is_reference
        };
        match change.what {
            What::Removed(item) if is_free(item) => removed.push((index, item)),
            What::Added(item) if is_free(item) => added.push((index, item)),
            _ => {}
        }
    }
    let mut renames = Vec::new();
    for (added, new) in added {
        let place = removed.iter().position(|(removed, old)| {
            let is_same = |name: &str| old.attributes.get(name) == new.attributes.get(name);
            [
                "field",
                "phrase.term",
                "value_type.kind",
                "phrase.relative",
                "label",
            ]
            .into_iter()
            .all(is_same)
                && std::ptr::eq(changes[*removed].owner().new, changes[added].owner().new)
        });
        if let Some(place) = place {
            let (removed, _) = removed.remove(place);
            renames.push(Move { removed, added });
        }
    }
    renames
}

/// Compares the columns that moved to another block or look like renamed ones, so that neither hides another change.
pub(crate) fn add_changes_of_moved_columns(changes: &mut Vec<Change<'_>>) {
    let mut pairs = moves(changes);
    pairs.extend(likely_renames(changes, &pairs));
    for moved in pairs {
        let mut within = changes[moved.added].within.clone();
        if let Some(block) = within.last_mut() {
            block.old = changes[moved.removed].owner().old;
        }
        let (What::Removed(old), What::Added(new)) =
            (changes[moved.removed].what, changes[moved.added].what)
        else {
            continue;
        };
        compare(&within, Pair { old, new }, changes);
    }
}

fn has_same_name(old: &Item, new: &Item) -> bool {
    old.text("name") == new.text("name")
}

fn is_renamed(old: &Item, new: &Item) -> bool {
    Names::of(old).is_renamed_to(&Names::of(new))
}

fn is_variable(item: &Item) -> bool {
    item.kind == Kind::Column && item.text("field") == "variable"
}
