//! The constraints of the model: the columns that they name exist, and the research notes and the decision support them.

use std::collections::BTreeSet;

use beraad_model::model;
use beraad_schema::describe::{Constraint, Language, Severity};

fn constraint(id: &str) -> &'static Constraint {
    let mut constraints = model().constraints.iter();
    constraints
        .find(|it| it.id == id)
        .expect("a constraint of the model")
}

/// Returns `true` if every phrase is modelled, so that every name must exist.
fn is_complete() -> bool {
    model().trace().iter().all(|step| step.column.is_some())
}

#[test]
fn ids_are_unique_and_differ_from_those_of_rules() {
    let model = model();
    let rules = model
        .blocks
        .iter()
        .flat_map(|block| block.rules.iter().map(|rule| &rule.id));
    let ids: Vec<_> = model
        .constraints
        .iter()
        .map(|it| &it.id)
        .chain(rules)
        .collect();
    let mut named = BTreeSet::new();
    for constraint in &model.constraints {
        assert!(
            named.insert(&constraint.id),
            "duplicate id {}",
            constraint.id
        );
        assert_eq!(ids.iter().filter(|id| **id == &constraint.id).count(), 1);
    }
    assert_eq!(named.len(), 6);
}

#[test]
fn every_column_that_a_constraint_names_exists() {
    for constraint in &model().constraints {
        for name in constraint.named_columns() {
            let (block, column) = name.split_once('.').expect("block.column");
            match model().block(block) {
                Some(block) => assert!(
                    block.column(column).is_some(),
                    "{}: unknown column {name}",
                    constraint.id
                ),
                None => assert!(!is_complete(), "{}: unknown block {block}", constraint.id),
            }
        }
    }
}

#[test]
fn every_column_of_a_condition_is_one_that_the_constraint_reads() {
    let model = model();
    for constraint in &model.constraints {
        let condition = constraint.condition.as_ref().expect("a condition");
        let named: BTreeSet<_> = constraint.named_columns().map(|it| &**it).collect();
        for block in model
            .blocks
            .iter()
            .filter(|it| constraint.columns_in(it).next().is_some())
        {
            for column in condition.columns(&block.id) {
                let is_constrained = constraint
                    .columns_in(block)
                    .any(|name| column == format!("{}.{name}", block.id));
                assert!(
                    is_constrained || named.contains(&*column),
                    "{}: {column}",
                    constraint.id
                );
            }
        }
    }
}

#[test]
fn sample_person_constraint_names_the_columns_that_the_notes_limit_to_sample_persons() {
    let constraint = constraint("sample_person_only");
    let mut found = 0;
    for block in &model().blocks {
        let named: Vec<_> = constraint.columns_in(block).collect();
        for (column, variable) in block.variables() {
            let is_limited = variable
                .universe
                .as_ref()
                .is_some_and(|it| it.text(Language::EN) == Some("sample person"));
            assert_eq!(
                named.contains(&column.name),
                is_limited,
                "{}.{}",
                block.id,
                column.name
            );
            found += usize::from(is_limited);
        }
    }
    assert!(found > 0);
}

#[test]
fn person_constraint_names_every_serial_number_of_a_person() {
    let constraint = constraint("person_is_known");
    for block in &model().blocks {
        let keys = block.foreign_keys().filter(|it| it.subject == "person");
        let named: Vec<_> = keys.map(|it| it.column.name).collect();
        assert_eq!(constraint.columns_in(block).collect::<Vec<_>>(), named);
        assert!(named.iter().any(|name| name == "person"), "{}", block.id);
    }
    let household = model().block("household").unwrap();
    let keys: Vec<_> = household
        .foreign_keys()
        .map(|it| (it.column.name, it.own))
        .collect();
    let expected = [
        ("person", true),
        ("reference_person_id", false),
        ("partner_id", false),
    ];
    assert_eq!(keys, expected.map(|(name, own)| (name.to_owned(), own)));
}

#[test]
fn sources_contain_what_constraints_cite() {
    let household = model().block("household").unwrap();
    let assert_note = |column: &str, words: &str| {
        let column = household.column(column).unwrap();
        let mut notes = column.variable().unwrap().notes.iter();
        assert!(
            notes.any(|note| note.text.get(Language::EN).contains(words)),
            "{}: {words}",
            column.name
        );
    };
    assert_note("partner_id", "The value should be mutual");
    assert_note(
        "partner_id",
        "from the same numbering as that of the persons",
    );
    assert_note(
        "reference_person_id",
        "from the same numbering as that of the persons",
    );
    assert_note(
        "reference_person_id",
        "All persons with the same value in the same year form one household",
    );
    assert_note(
        "reference_person_id",
        "with relation 01 it equals the person's own serial number",
    );
    assert_note(
        "reference_person_id",
        "Persons in a collective household (relation 20) are not a family",
    );
    assert_note("children_birth_years", "For sample persons only");
    let terms: BTreeSet<_> = model()
        .deliberation
        .headings
        .iter()
        .flat_map(|heading| heading.terms.iter().map(|term| &*term.term))
        .collect();
    let basis = &constraint("sample_person_only").basis;
    let quoted: Vec<_> = basis.split('"').skip(1).step_by(2).collect();
    assert_eq!(quoted.len(), 2);
    assert!(quoted.iter().all(|term| terms.contains(term)), "{quoted:?}");
    assert_eq!(constraint("partner_is_mutual").severity, Severity::Warning);
}

#[test]
fn constraint_of_one_act_names_the_columns_that_the_notes_limit_to_an_act_and_is_a_warning() {
    let constraint = constraint("one_act");
    assert_eq!(constraint.severity, Severity::Warning);
    let activation = model().block("activation").unwrap();
    assert!(activation.rules.iter().all(|rule| rule.id != "one_act"));
    let limited_to = |act: &str| -> Vec<String> {
        let variables = activation.variables();
        // The partner's columns have the same notes, and stand beside those of the person concerned.
        let own = variables.filter(|(column, _)| column.relative().is_none());
        let limited = own.filter(|(_, variable)| {
            let mut notes = variable.notes.iter();
            notes.any(|note| note.text.get(Language::EN).contains(act))
        });
        let names = limited.map(|(column, _)| format!("activation.{}", column.name));
        names.collect()
    };
    let of_1965: Vec<_> = constraint.columns_in(activation).collect();
    let of_1965: Vec<_> = of_1965
        .iter()
        .map(|name| format!("activation.{name}"))
        .collect();
    assert_eq!(of_1965, limited_to("(act of 1965) only"));
    let of_2002: Vec<_> = constraint.reads.iter().map(ToString::to_string).collect();
    assert_eq!(of_2002, limited_to("act of 2002) only"));
}

#[test]
fn model_json_contains_the_constraints() {
    let json = serde_json::to_value(model()).unwrap();
    let mutual = &json["constraints"][4];
    assert_eq!(mutual["id"], "partner_is_mutual");
    assert_eq!(mutual["severity"], "warning");
    assert_eq!(mutual["applies_to"]["columns"][0], "household.partner_id");
    assert!(mutual.get("tolerates").is_none());
    // The JSON of a model without constraints has no such key.
    let mut without = model().clone();
    without.constraints = Vec::new();
    assert!(
        serde_json::to_value(without)
            .unwrap()
            .get("constraints")
            .is_none()
    );
}
