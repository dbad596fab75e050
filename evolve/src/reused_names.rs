//! Names that belong to another block or column now, because the one that had them was renamed.

use crate::change::Pair;
use crate::class::{Verdict, Viewpoints};
use crate::item::{Item, Kind};
use crate::rule::{Attribute, Changes, Found, Single};

/// A block or column with a name that another one had.
pub(crate) enum Reused<'c, 'm> {
    /// It is new.
    Added(Single<'c, 'm>),
    /// It was renamed.
    Renamed(Attribute<'c, 'm>),
}

impl<'m> Changes<'m> {
    /// Returns the blocks or columns with a name that another one had.
    pub(crate) fn reused_names(&self, kind: Kind) -> Vec<Reused<'_, 'm>> {
        let name = kind.identity()[0];
        let added = self.added(kind).filter(|single| {
            let parent = single.change.owner().old;
            has(parent, kind, single.item.text(name))
        });
        let renamed = self.attribute(kind, name).filter(|attribute| {
            let parent = parent(attribute);
            parent.is_some_and(|it| has(it.old, kind, attribute.new_text()))
        });
        let added = added.map(Reused::Added);
        added.chain(renamed.map(Reused::Renamed)).collect()
    }

    /// Returns the changes of the former names of the item that an attribute belongs to.
    pub(crate) fn former_names_of(&self, attribute: &Attribute<'_, 'm>) -> Vec<usize> {
        let item = attribute.pair().new;
        let former = self.attribute(item.kind, "renamed_from");
        let former = former.filter(|other| std::ptr::eq(other.pair().new, item));
        former.map(|other| other.index).collect()
    }
}

impl Single<'_, '_> {
    /// Returns the finding of a removed block or column, with these verdicts. Where another item has its name in the new model, files
    /// with that name are read as those of the other item, and nothing is decided about old data.
    pub(crate) fn removed(&self, viewpoints: Viewpoints) -> Found {
        let kind = self.item.kind;
        let name = self.item.text(kind.identity()[0]);
        let remains = has(self.change.owner().new, kind, name);
        let found = Found::new(self.index, "");
        found.viewpoints(of_name(viewpoints, remains))
    }
}

impl Attribute<'_, '_> {
    /// Returns the finding of a rename, with these verdicts; the same holds where another item has the former name.
    pub(crate) fn renamed(&self, viewpoints: Viewpoints) -> Found {
        let kind = self.pair().new.kind;
        let remains = parent(self).is_some_and(|it| has(it.new, kind, self.old_text()));
        self.found().viewpoints(of_name(viewpoints, remains))
    }
}

fn of_name(viewpoints: Viewpoints, remains: bool) -> Viewpoints {
    let old_data_in_new_model = if remains {
        Verdict::Undecided
    } else {
        viewpoints.old_data_in_new_model
    };
    Viewpoints {
        old_data_in_new_model,
        ..viewpoints
    }
}

/// Returns the item that contains the one with a changed attribute.
fn parent<'m>(attribute: &Attribute<'_, 'm>) -> Option<Pair<'m>> {
    attribute.change.within.iter().rev().nth(1).copied()
}

fn has(parent: &Item, kind: Kind, name: &str) -> bool {
    let mut items = parent.children_of(kind);
    items.any(|item| item.text(kind.identity()[0]) == name)
}
