//! A finding about something as a whole, such as a moved column, hides no other change.

use beraad_describe::{
    Block, CodeEntry, CodeList, Field, Label, Language, Meaning, Model, NumberQuantity, Quantity,
    ValueType, Variable, example_model,
};
use beraad_evolve::{Class, Diff, Finding, Verdict};

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
    let models = moved(|variable| {
        variable.value_type = ValueType::Number {
            quantity: NumberQuantity::BuiltIn(Quantity::Days),
            min: 2,
            max: 5,
            decimals: 0,
        };
    });
    let [rules, _] = rules_of(&models);
    assert!(
        rules.contains(&"V021") && !rules.contains(&"M999"),
        "{rules:?}"
    );
}

#[test]
fn other_change_of_a_column_that_looks_renamed_is_a_finding_of_its_own() {
    let old = example_model();
    let renamed = |change: fn(&mut Variable)| {
        let mut new = old.clone();
        for field in &mut block(&mut new, "loan").fields {
            if let Field::Variable(variable) = field
                && variable.id == "renewals"
            {
                variable.id = "extensions".into();
                change(variable);
            }
        }
        rules_of(&(old.clone(), new))
    };
    assert_eq!(renamed(|_| {}), [["V006"], ["V006"]]);
    let unit = renamed(|variable| variable.unit = Some(label("weeks")));
    assert_eq!(unit, [["V020", "V006"], ["V020", "V006"]]);
    let definition = renamed(|variable| variable.definition = label("Something else."));
    assert_eq!(definition, [["V013", "V006"], ["V013", "V006"]]);
    let bounds = renamed(|variable| {
        variable.value_type = ValueType::Number {
            quantity: NumberQuantity::BuiltIn(Quantity::Days),
            min: 0,
            max: 5,
            decimals: 0,
        };
    });
    assert_eq!(bounds, [["V021", "V006"], ["V021", "V006"]]);
}

/// Divides the codes of the list `sex` over two lists, and lets the column use the new one. `change` gets both lists.
fn split(change: impl FnOnce(&mut CodeList, &mut CodeList)) -> (Model, Model) {
    let old = example_model();
    let mut new = old.clone();
    let place = new.code_lists.iter().position(|list| list.id == "sex");
    let mut list = new.code_lists.remove(place.unwrap());
    let mut part = list.clone();
    part.id = "sex_of_members".into();
    part.renamed_from = vec!["sex".into()];
    part.codes = list.codes.split_off(1);
    change(&mut list, &mut part);
    new.code_lists.extend([list, part]);
    let fields = block(&mut new, "member").fields.iter_mut();
    for field in fields {
        if let Field::Variable(variable) = field
            && variable.id == "sex"
        {
            variable.code_list = Some("sex_of_members".into());
            variable.value_type = ValueType::Code {
                list: "sex_of_members".into(),
            };
        }
    }
    (old, new)
}

/// The findings, without that of the order of the lists.
fn findings_of((old, new): &(Model, Model)) -> Vec<Finding> {
    let findings = Diff::new(old, new).findings.into_iter();
    findings
        .filter(|finding| finding.rule.id != "C035")
        .collect()
}

#[test]
fn column_of_a_divided_list_has_no_finding_of_its_own() {
    let (old, new) = split(|_, _| {});
    for models in [(&old, &new), (&new, &old)] {
        let findings = findings_of(&(models.0.clone(), models.1.clone()));
        assert_eq!(findings.len(), 1, "{findings:#?}");
        assert_eq!(findings[0].class(), Class::Breaking);
    }
}

#[test]
fn other_codes_of_a_divided_list_are_named() {
    let models = split(|_, part| part.codes[0].meanings[0].label = label("Something else"));
    let findings = findings_of(&models);
    assert_eq!(findings.len(), 1, "{findings:#?}");
    assert_eq!(findings[0].class(), Class::Semantic);
    assert!(
        findings[0].message.contains("; other meanings: "),
        "{}",
        findings[0].message
    );
    let entry = CodeEntry::new("Q", vec![Meaning::new(label("Something new"))]);
    let models = split(|_, part| part.codes.push(entry));
    let findings = findings_of(&models);
    assert_eq!(findings.len(), 1, "{findings:#?}");
    assert!(
        findings[0]
            .message
            .ends_with("; new codes: \"Q\" in sex_of_members")
    );
    assert_eq!(findings[0].viewpoints.new_data_in_old_model, Verdict::No);
}
