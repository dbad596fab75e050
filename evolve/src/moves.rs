//! Columns that moved to another block, with their names or under another one.

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

/// Compares the columns that moved to another block, so that a move hides no other change.
pub(crate) fn add_changes_of_moved_columns(changes: &mut Vec<Change<'_>>) {
    for moved in moves(changes) {
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
