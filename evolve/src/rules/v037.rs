//! V037: a column became a variable, or the other way round.

use beraad_describe::{Field, Grain, Phrase, Role, RoleColumn, ValueType, Variable};

use crate::class::{Class, Verdict, Viewpoints};
use crate::example::{block, label};
use crate::item::Kind;
use crate::rule::{Example, Rule};

pub(super) static RULE: Rule = Rule {
    id: "V037",
    title: "a column became a variable, or the other way round",
    is_about_words: false,
    classes: &[Class::Risky],
    viewpoints: Viewpoints::new(Verdict::Yes, Verdict::Yes, Verdict::Undecided, Verdict::Yes),
    why: "A variable needs a phrase of the decision, a column with a role does not: what authorises the column is another thing.",
    remedy: "Check the phrase of the column.",
    find: |changes| {
        let fields = changes.attribute(Kind::Column, "field");
        fields
            .map(|field| {
                let column = field.pair().new;
                // What only one of the two kinds has.
                let others = changes.attributes(Kind::Column).filter(|other| {
                    std::ptr::eq(other.pair().new, column)
                        && other.index != field.index
                        && (other.old.is_none() || other.new.is_none())
                        && !other.name.starts_with("value_type.")
                });
                field.found().and(others.map(|other| other.index))
            })
            .collect()
    },
    example: Example {
        old: |model| {
            let rank = RoleColumn::new(
                "rank",
                Role::Technical,
                label("Rang", "Rank"),
                ValueType::Flag {},
            );
            block(model, "loan").fields.push(Field::Role(rank));
        },
        new: |model| {
            let phrase = Phrase::new("2", "Uitleningen", "de rang", Grain::Month);
            let mut rank = Variable::new("rank", label("Rang", "Rank"), phrase, ValueType::Flag {});
            rank.nullable = false;
            let fields = &mut block(model, "loan").fields;
            fields.pop();
            fields.push(Field::Variable(Box::new(rank)));
        },
    },
};
