//! The check of the column names of a block with groups, while it is compiled.
//!
//! The macro sees one struct at a time. The columns of a group are those of another struct, with a prefix, so that only the
//! compiler knows their names.

use super::const_message::Message;
use crate::describe::MAX_COLUMN_NAME_LEN;

/// The name of a column, or the names of a group of columns.
#[derive(Clone, Copy, Debug)]
pub enum ColumnNames {
    /// The name of a column.
    Column(&'static str),
    /// The prefix of a group, and the names in it.
    Group(&'static str, &'static [Self]),
    /// The columns of a block that is not a part: it cannot be a group.
    Block,
}

/// Fails to compile if a column of the group at `index` has a name that is too long, or that another column of the block has:
/// one outside the groups, or one of this group or an earlier one. All errors of the group are in one message.
///
/// # Panics
/// If there is an error, or if the field at `index` is not a group.
#[track_caller]
pub const fn column_names(names: &[ColumnNames], index: usize) {
    let mut message = Message::new();
    let ColumnNames::Group(prefix, group) = names[index] else {
        panic!("not a group");
    };
    check(
        &mut message,
        (names, index),
        group,
        Name::EMPTY.followed_by(prefix),
        0,
    );
    message.fail();
}

/// Checks some of the names of a group. `visited` is the number of columns before them; returns the number after them.
const fn check(
    message: &mut Message,
    (all, index): (&[ColumnNames], usize),
    mut names: &[ColumnNames],
    prefix: Name,
    mut visited: usize,
) -> usize {
    while let [first, rest @ ..] = names {
        match *first {
            ColumnNames::Block => message.line(&[
                "the struct of this group is a block; write `part` in its `#[block(..)]`, or the columns in a struct that is a part",
            ]),
            ColumnNames::Group(own, columns) => {
                visited = check(message, (all, index), columns, prefix.followed_by(own), visited);
            }
            ColumnNames::Column(own) => {
                let name = prefix.followed_by(own);
                // The macro reports long names outside groups.
                if name.len > MAX_COLUMN_NAME_LEN {
                    message.line(&[
                        "the column name `",
                        name.text(),
                        "` is too long; shorten it or its prefix",
                    ]);
                }
                if is_taken(all, index, &name, visited) {
                    message.line(&[
                        "duplicate column name `",
                        name.text(),
                        "`; write another prefix, or rename one of the two columns",
                    ]);
                }
                visited += 1;
            }
        }
        names = rest;
    }
    visited
}

/// Returns true if a column outside the groups has the name, a column of a group before the one at `index`, or one of the first
/// `visited` columns of that group.
const fn is_taken(all: &[ColumnNames], index: usize, name: &Name, visited: usize) -> bool {
    let mut at = 0;
    while at < all.len() {
        // A group after this one reports the name itself.
        let is_later_group = at > index && matches!(all[at], ColumnNames::Group(..));
        if !is_later_group
            && let (_, [field, ..]) = all.split_at(at)
            && let Search::Found(position) = find(std::slice::from_ref(field), Name::EMPTY, name, 0)
            && (at != index || position < visited)
        {
            return true;
        }
        at += 1;
    }
    false
}

/// The result of a search for a name.
enum Search {
    /// The position of the first column with the name.
    Found(usize),
    /// The number of columns, none of which has the name.
    Missing(usize),
}

/// Searches the first column with a name. `visited` is the number of columns before `names`.
const fn find(mut names: &[ColumnNames], prefix: Name, name: &Name, mut visited: usize) -> Search {
    while let [first, rest @ ..] = names {
        match *first {
            ColumnNames::Block => {}
            ColumnNames::Group(own, columns) => {
                match find(columns, prefix.followed_by(own), name, visited) {
                    Search::Found(position) => return Search::Found(position),
                    Search::Missing(after) => visited = after,
                }
            }
            ColumnNames::Column(own) => {
                // The length first: most names differ in length, and a call costs the compiler more than the comparison.
                if prefix.len + own.len() == name.len && prefix.followed_by(own).is(name) {
                    return Search::Found(visited);
                }
                visited += 1;
            }
        }
        names = rest;
    }
    Search::Missing(visited)
}

/// A name that is put together from a prefix and the name of a column.
#[derive(Clone, Copy)]
struct Name {
    /// ASCII, since the macro accepts no other names. What is longer is cut, and too long in any case.
    bytes: [u8; Self::MAX_LEN],
    /// The length of the uncut name.
    len: usize,
}

impl Name {
    const MAX_LEN: usize = 2 * MAX_COLUMN_NAME_LEN;
    const EMPTY: Self = Self {
        bytes: [0; Self::MAX_LEN],
        len: 0,
    };

    const fn followed_by(mut self, part: &str) -> Self {
        let mut part = part.as_bytes();
        while let [byte, rest @ ..] = part {
            if self.len < Self::MAX_LEN {
                self.bytes[self.len] = *byte;
            }
            self.len += 1;
            part = rest;
        }
        self
    }

    const fn is(&self, other: &Self) -> bool {
        if self.len != other.len {
            return false;
        }
        let mut at = 0;
        while at < self.len && at < Self::MAX_LEN {
            if self.bytes[at] != other.bytes[at] {
                return false;
            }
            at += 1;
        }
        true
    }

    const fn text(&self) -> &str {
        let len = if self.len < Self::MAX_LEN {
            self.len
        } else {
            Self::MAX_LEN
        };
        match std::str::from_utf8(self.bytes.split_at(len).0) {
            Ok(text) => text,
            Err(_) => "",
        }
    }
}
