//! The comparison with the snapshot, and what it shows and leaves out.

use beraad_schema::describe::{CodeEntry, Field, Label, Language, ValueType};

use super::*;

#[test]
fn columns_are_as_the_program_expects() {
    insta::assert_snapshot!(all_facts(model()));
}

/// Returns the lines that differ after a change of the model.
fn difference(change: impl FnOnce(&mut Model)) -> String {
    let mut changed = model().clone();
    change(&mut changed);
    let (before, after) = (all_facts(model()), all_facts(&changed));
    let removed = before.lines().filter(|line| !after.contains(line));
    let added = after.lines().filter(|line| !before.contains(line));
    let removed = removed.map(|line| format!("-{line}"));
    let lines: Vec<_> = removed
        .chain(added.map(|line| format!("+{line}")))
        .collect();
    lines.join("\n")
}

#[test]
fn change_of_a_code_or_a_column_is_shown() {
    let changed = difference(|model| {
        for list in &mut model.code_lists {
            if list.id == "lipro_position" {
                list.codes[0].meanings[0].label = Label::new([(Language::EN, "Lives alone")]);
                list.codes.push(CodeEntry::new("NEW", vec![]));
            }
        }
        for block in &mut model.blocks {
            for field in &mut block.fields {
                match field {
                    Field::Variable(variable) if variable.id == "compensation_category" => {
                        variable.nullable = false;
                    }
                    Field::Variable(variable) if variable.id == "activation_working_time_pct" => {
                        variable.value_type = ValueType::Flag {}
                    }
                    _ => {}
                }
            }
        }
    });
    insta::assert_snapshot!(changed);
}

#[test]
fn other_words_about_a_column_change_nothing() {
    let changed = difference(|model| {
        for block in &mut model.blocks {
            block.definition = Label::new([(Language::EN, "Other words.")]);
        }
        for list in &mut model.code_lists {
            list.definition = Label::new([(Language::EN, "Other words.")]);
        }
    });
    assert_eq!(changed, "");
}
