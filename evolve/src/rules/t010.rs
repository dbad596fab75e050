//! T010: a column that refers to another unit was removed.

use beraad_describe::{Field, Role, RoleColumn, ValueType};

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::{block, label};
use crate::item::Kind;
use crate::rule::{Example, Found, Rule};

pub(super) static RULE: Rule = Rule {
    id: "T010",
    title: "a column that refers to another unit was removed",
    is_about_words: false,
    classes: &[Class::Breaking],
    viewpoints: Viewpoints::new(Verdict::No, Verdict::Undecided, Verdict::No, Verdict::Yes),
    why: "Joins by the column stop working, and files that have it are not valid any more.",
    remedy: "Announce in the definition of the column that a later version will not have it, and remove it then.",
    find: |changes| {
        let columns = changes.removed(Kind::Column);
        let references = columns.filter(|column| {
            column.item.text("value_type.kind") == "serial_number"
                && column.item.text("field") == "role"
        });
        references
            .map(|column| {
                let found = Found::new(column.index, column.item.text("value_type.of"));
                found.viewpoints(column.item.verdicts_of_removal())
            })
            .collect()
    },
    example: Example {
        old: |model| {
            let value_type = ValueType::SerialNumber {
                of: "person".into(),
            };
            let librarian = RoleColumn::new(
                "librarian",
                Role::Reference,
                label("Bediende", "Librarian"),
                value_type,
            );
            block(model, "loan").fields.push(Field::Role(librarian));
        },
        new: |model| block(model, "loan").fields.truncate(6),
    },
};
