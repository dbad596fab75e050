//! Names in a model that lead nowhere. A comparison of such a model reports what is not there, so they are errors of the file.

use std::collections::BTreeSet;

use beraad_describe::{Block, Identity, Model};

/// Returns an error for each column, code list or subject that a model names and does not have.
///
/// A constraint may name a block that the model does not have yet.
pub(crate) fn unknown_references(model: &Model) -> Vec<String> {
    let mut errors = Vec::new();
    for block in &model.blocks {
        let (id, columns) = (&block.id, block.columns());
        let names: BTreeSet<&str> = columns.iter().map(|column| &*column.name).collect();
        let mut expect = |user: String, name: &str| {
            if !names.contains(name) {
                errors.push(format!(
                    "{user} of block `{id}` names column `{name}`, which the block does not have"
                ));
            }
        };
        if let Identity::Key(key) = &block.identity {
            for name in key {
                expect("the key".to_owned(), name);
            }
        }
        if let Some(period) = &block.observation_period {
            expect("the observation period".to_owned(), period);
        }
        for rule in &block.rules {
            for name in rule.expression.columns() {
                expect(format!("rule `{}`", rule.id), &name);
            }
        }
        for column in columns {
            let name = &column.name;
            if let Some(list) = column.code_list()
                && model.code_list(list).is_none()
            {
                errors.push(format!(
                    "column `{id}.{name}` has code list `{list}`, which the model does not have"
                ));
            }
        }
        for key in block.foreign_keys() {
            if model.subject(key.subject).is_none() {
                errors.push(format!(
                    "column `{id}.{}` is a serial number of `{}`, which is not a subject of the model",
                    key.column.name, key.subject
                ));
            }
        }
    }
    for constraint in &model.constraints {
        let blocks = model.blocks.iter();
        let constrained = blocks.filter(|block| constraint.columns_in(block).next().is_some());
        let computed = constraint.condition.iter().flat_map(|condition| {
            let constrained = constrained.clone();
            constrained.flat_map(|block| condition.columns(&block.id))
        });
        let named = constraint.named_columns().map(ToString::to_string);
        for name in named.chain(computed).collect::<BTreeSet<_>>() {
            let column = name.split_once('.');
            let of_block = column.and_then(|(block, column)| Some((model.block(block)?, column)));
            if of_block
                .is_some_and(|(block, column): (&Block, &str)| block.column(column).is_none())
            {
                errors.push(format!(
                    "constraint `{}` names column `{name}`, which the block does not have",
                    constraint.id
                ));
            }
        }
    }
    errors
}

#[cfg(test)]
mod tests {
    use beraad_describe::{Condition, example_model};

    use super::unknown_references;

    #[test]
    fn names_that_lead_nowhere_are_found() {
        let mut model = example_model();
        assert_eq!(unknown_references(&model), [""; 0]);
        model.code_lists.retain(|list| list.id != "sex");
        model.subjects.clear();
        model.blocks[0].observation_period = Some("loan_mont".into());
        model.constraints[0].condition = Some(Condition::NoneOf(vec!["no".into()].into()));
        let errors = unknown_references(&model).join("\n");
        for part in [
            "the observation period of block `loan` names column `loan_mont`",
            "`member.sex` has code list `sex`",
            "`loan.person` is a serial number of `person`",
            "constraint `reader_is_member` names column `loan.no`",
        ] {
            assert!(errors.contains(part), "{errors}");
        }
    }
}
