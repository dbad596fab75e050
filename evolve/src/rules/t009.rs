//! T009: a column that refers to another unit was added.

use beraad_describe::{Field, Role, RoleColumn, ValueType};

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::{block, label};
use crate::item::Kind;
use crate::rule::{Example, Found, Rule, unchanged};

pub(super) static RULE: Rule = Rule {
    id: "T009",
    title: "a column that refers to another unit was added",
    is_about_words: false,
    classes: &[Class::Breaking, Class::Disclosure, Class::Risky],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::No, Verdict::No, Verdict::Yes),
    why: "The column links rows to other units: more is known about them than before, and old rows may refer to units that have no rows.",
    remedy: "Name the decision that authorises the link, and let the column be null where it is not known.",
    find: |changes| {
        let columns = changes.added(Kind::Column);
        let references = columns.filter(|column| {
            column.item.text("value_type.kind") == "serial_number"
                && column.item.text("role") == "reference"
        });
        references
            .map(|column| {
                let found = Found::new(column.index, column.item.text("value_type.of"));
                if column.item.is_nullable() {
                    found.classes(&[Class::Disclosure, Class::Risky])
                } else {
                    // As for any column that is never null, old rows are not valid.
                    let required = found.classes(&[Class::Breaking, Class::Disclosure]);
                    required.viewpoints(Viewpoints::new(
                        Verdict::No,
                        Verdict::No,
                        Verdict::No,
                        Verdict::Yes,
                    ))
                }
            })
            .collect()
    },
    example: Example {
        old: unchanged,
        new: |model| {
            let value_type = ValueType::SerialNumber {
                of: "person".into(),
            };
            let mut librarian = RoleColumn::new(
                "librarian",
                Role::Reference,
                label("Bediende", "Librarian"),
                value_type,
            );
            librarian.nullable = true;
            block(model, "loan").fields.push(Field::Role(librarian));
        },
    },
};
