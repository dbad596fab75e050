//! A finding about something as a whole, such as a moved column, hides no other change.

use beraad_describe::{Block, Field, Label, Language, Model, Variable, example_model};
use beraad_evolve::{Class, Diff};

fn block<'m>(model: &'m mut Model, id: &str) -> &'m mut Block {
    let mut blocks = model.blocks.iter_mut();
    blocks.find(|block| block.id == id).unwrap()
}

/// Moves the column `renewals` from the block `loan` to the block `member`, and changes it.
fn moved(change: impl FnOnce(&mut Variable)) -> (Model, Model) {
    let old = example_model();
    let mut new = old.clone();
    let fields = &mut block(&mut new, "loan").fields;
    let is_renewals =
        |field: &Field| matches!(field, Field::Variable(variable) if variable.id == "renewals");
    let place = fields.iter().position(is_renewals).unwrap();
    let Field::Variable(mut variable) = fields.remove(place) else {
        unreachable!()
    };
    change(&mut variable);
    block(&mut new, "member")
        .fields
        .push(Field::Variable(variable));
    (old, new)
}

/// The rules of the findings, in both directions.
fn rules_of((old, new): &(Model, Model)) -> [Vec<&'static str>; 2] {
    let ids = |old, new| -> Vec<_> {
        let findings = Diff::new(old, new).findings.into_iter();
        findings.map(|finding| finding.rule.id).collect()
    };
    [ids(old, new), ids(new, old)]
}

fn label(text: &'static str) -> Label {
    Label::new([(Language::EN, text), (Language::NL, text)])
}

#[test]
fn moved_column_is_one_finding() {
    assert_eq!(rules_of(&moved(|_| {})), [["V038"], ["V038"]]);
}

#[test]
fn moved_column_under_another_name_is_one_finding() {
    let models = moved(|variable| {
        variable.id = "extensions".into();
        variable.renamed_from = vec!["renewals".into()];
    });
    assert_eq!(rules_of(&models), [["V038"], ["V038"]]);
}

#[test]
fn other_change_of_a_moved_column_is_a_finding_of_its_own() {
    let (old, new) = moved(|variable| variable.unit = Some(label("weeks")));
    let diff = Diff::new(&old, &new);
    let rules: Vec<_> = diff.findings.iter().map(|it| it.rule.id).collect();
    assert_eq!(rules, ["V020", "V038"]);
    let (old, new) = moved(|variable| {
        variable.label = label("Something else");
        variable.definition = label("Something else altogether.");
        variable.nullable = !variable.nullable;
    });
    let diff = Diff::new(&old, &new);
    assert_eq!(diff.worst(), Some(Class::Semantic));
    assert_eq!(diff.findings.len(), 4, "{:#?}", diff.findings);
}
