//! Former names: renames where the name belongs to another block or column now.

use beraad_describe::{Expr, Field, Model, Operator, Variable, example_model};
use beraad_evolve::Diff;

/// The fields of the block `loan`.
fn fields(model: &mut Model) -> &mut Vec<Field> {
    let mut blocks = model.blocks.iter_mut();
    &mut blocks.find(|block| block.id == "loan").unwrap().fields
}

/// A variable of the block `loan`.
fn variable<'m>(model: &'m mut Model, id: &str) -> &'m mut Variable {
    let mut variables = fields(model).iter_mut().filter_map(|field| match field {
        Field::Variable(variable) => Some(variable),
        _ => None,
    });
    variables.find(|variable| variable.id == id).unwrap()
}

/// Renames a column of the block `loan`.
fn rename(model: &mut Model, old: &str, new: &str) {
    let field = variable(model, old);
    field.id = new.to_owned().into();
    field.renamed_from = vec![old.to_owned().into()];
}

/// The rules of the findings, in both directions.
fn rules_of(old: &Model, new: &Model) -> [Vec<&'static str>; 2] {
    let ids = |old, new| -> Vec<_> {
        let findings = Diff::new(old, new).findings.into_iter();
        findings.map(|finding| finding.rule.id).collect()
    };
    [ids(old, new), ids(new, old)]
}

#[test]
fn name_of_a_renamed_column_may_belong_to_another_one() {
    let old = example_model();
    let mut new = old.clone();
    rename(&mut new, "renewals", "extensions");
    let [there, back] = rules_of(&old, &new);
    assert_eq!((there, back), (vec!["V005"], vec!["V005"]));

    let mut other = variable(&mut new, "extensions").clone();
    other.id = "renewals".into();
    other.renamed_from.clear();
    fields(&mut new).push(Field::Variable(Box::new(other)));
    let [there, back] = rules_of(&old, &new);
    assert_eq!(there, ["V007", "V005"]);
    assert_eq!(back, ["V007", "V001"]);
}

#[test]
fn exchanged_names_of_columns_are_two_findings() {
    let mut old = example_model();
    let mut other = variable(&mut old, "renewals").clone();
    other.id = "reminders".into();
    fields(&mut old).push(Field::Variable(Box::new(other)));
    let mut new = old.clone();
    rename(&mut new, "renewals", "passing");
    rename(&mut new, "reminders", "renewals");
    let last = variable(&mut new, "passing");
    last.id = "reminders".into();
    let [there, back] = rules_of(&old, &new);
    assert_eq!(there, ["V007", "V007"]);
    assert_eq!(back, there);
    // A later version has the same former names.
    let mut later = new.clone();
    variable(&mut later, "reminders").universe = None;
    let [there, _] = rules_of(&new, &later);
    assert!(!there.contains(&"V007"), "{there:?}");
}

#[test]
fn old_condition_is_shown_with_the_old_names() {
    let old = example_model();
    let mut new = old.clone();
    rename(&mut new, "return_month", "back_month");
    let earlier = Expr::binary(
        Operator::Less,
        Expr::column("back_month"),
        Expr::column("loan_month"),
    );
    let mut blocks = new.blocks.iter_mut();
    blocks.find(|block| block.id == "loan").unwrap().rules[0].expression = earlier;
    let findings = Diff::new(&old, &new).findings;
    let condition = findings.iter().find(|it| it.rule.id == "R005").unwrap();
    assert_eq!(
        condition.message,
        "loan_month <= return_month -> back_month < loan_month"
    );
}
