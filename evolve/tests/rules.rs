//! The rules: each fires on its own example, and together they explain every difference.

use std::collections::BTreeSet;
use std::fmt::Write;

use beraad_describe::{Block, Model, example_model};
use beraad_evolve::testing::variants;
use beraad_evolve::{Class, Diff, Difference, RULES, Verdict, rule};

#[test]
fn each_rule_fires_on_its_example() {
    let mut failures = Vec::new();
    for rule in RULES.iter().filter(|rule| rule.id != "M999") {
        let (old, new) = rule.example_models();
        let findings = Diff::new(&old, &new).findings;
        let found: Vec<_> = findings.iter().map(|finding| finding.rule.id).collect();
        if !found.contains(&rule.id) || found.contains(&"M999") {
            failures.push(format!("{}: {found:?}", rule.id));
        }
        for finding in &findings {
            for class in &finding.classes {
                if !finding.rule.classes.contains(class) {
                    failures.push(format!("{} is not of the class {class}", finding.rule.id));
                }
            }
        }
    }
    assert!(failures.is_empty(), "{failures:#?}");
}

#[test]
fn ids_are_unique_and_found() {
    let ids: BTreeSet<_> = RULES.iter().map(|rule| rule.id).collect();
    assert_eq!(ids.len(), RULES.len());
    for id in ids {
        assert_eq!(rule(&id.to_lowercase()).unwrap().id, id);
    }
    assert_eq!(RULES.last().unwrap().id, "M999");
}

#[test]
fn classes_agree_with_their_verdicts() {
    let mut failures = BTreeSet::new();
    for rule in RULES {
        let (old, new) = rule.example_models();
        for (old, new) in [(&old, &new), (&new, &old)] {
            for finding in Diff::new(old, new).findings {
                let it = finding.viewpoints;
                let verdicts = [
                    it.old_data_in_new_model,
                    it.new_data_in_old_model,
                    it.rust_api,
                    it.series_comparable,
                ];
                // Something stops working.
                if finding.class() == Class::Breaking
                    && verdicts.iter().all(|verdict| *verdict == Verdict::Yes)
                {
                    failures.insert(format!("nothing breaks: {finding}"));
                }
                let is_harmless = |class: &Class| matches!(class, Class::Doc | Class::Compatible);
                if finding.classes.iter().all(is_harmless)
                    && it.old_data_in_new_model != Verdict::Yes
                {
                    failures.insert(format!("old data are not valid: {finding}"));
                }
            }
        }
    }
    assert!(failures.is_empty(), "{failures:#?}");
}

/// A remedy is a sentence, and nothing to do is always said in the same words.
#[test]
fn remedies_are_sentences() {
    for rule in RULES {
        let (old, new) = rule.example_models();
        for (old, new) in [(&old, &new), (&new, &old)] {
            for finding in Diff::new(old, new).findings {
                let remedy = finding.remedy;
                assert!(remedy.ends_with('.'), "{}: {remedy}", rule.id);
                assert!(!remedy.contains("None needed"), "{}: {remedy}", rule.id);
            }
        }
    }
}

/// The findings of each example, for a review.
#[test]
fn findings_of_the_examples() {
    let mut text = String::new();
    for rule in RULES {
        let (old, new) = rule.example_models();
        writeln!(text, "# {} {}", rule.id, rule.title).unwrap();
        for finding in Diff::new(&old, &new).findings {
            let classes: Vec<_> = finding.classes.iter().map(ToString::to_string).collect();
            let (id, place, message) = (finding.rule.id, &finding.place, &finding.message);
            let classes = classes.join(" and ");
            writeln!(text, "{id} {classes} {place}: {message}").unwrap();
        }
        text.push('\n');
    }
    insta::assert_snapshot!(text);
}

#[test]
fn equal_models_have_no_findings() {
    for rule in RULES {
        let (old, new) = rule.example_models();
        assert_eq!(Diff::new(&old, &old).findings, []);
        assert_eq!(Diff::new(&new, &new).findings, []);
    }
}

#[test]
fn every_difference_is_explained_in_both_directions() {
    let model = example_model();
    let mut different = 0;
    let mut unexplained = BTreeSet::new();
    let json = serde_json::to_value(&model).unwrap();
    for variant in variants(&json) {
        let Some(mutant) = variant.of(&model, &json) else {
            continue;
        };
        different += 1;
        for (old, new) in [(&model, &mutant), (&mutant, &model)] {
            let findings = Diff::new(old, new).findings;
            assert!(!findings.is_empty(), "{variant:?}");
            for finding in findings {
                if finding.rule.id == "M999" {
                    unexplained.insert(format!("{}: {}", finding.place, finding.message));
                }
            }
        }
    }
    assert!(different > 500, "{different}");
    assert!(unexplained.is_empty(), "{unexplained:#?}");
}

#[test]
fn renamed_block_gets_a_hint_at_its_former_name() {
    let old = example_model();
    let added = |id: &str, change: &dyn Fn(&mut Block)| {
        let mut new = old.clone();
        let block = new.blocks.iter_mut().find(|block| block.id == "loan");
        let block = block.unwrap();
        block.id = id.to_owned().into();
        change(block);
        let diff = Diff::new(&old, &new);
        let mut findings = diff.findings.into_iter();
        findings
            .find(|it| it.rule.id == "T002")
            .map(|it| it.message)
    };
    let message = added("lending", &|_| {}).unwrap();
    assert!(
        message.contains("was it \"loan\"?") && message.contains("`renamed_from` of the new block"),
        "{message}"
    );
    let other = added("visit", &|block| block.fields.truncate(2)).unwrap();
    assert!(!other.contains("was it"), "{other}");
    let renamed = added("lending", &|block| block.renamed_from = vec!["loan".into()]);
    assert_eq!(renamed, None);
}

/// The items that only the new model has, as the findings name them.
fn added(old: &Model, new: &Model) -> BTreeSet<String> {
    paths(old, new, |difference| {
        difference.old.is_none() && difference.new.is_some()
    })
}

/// The items that only the old model has.
fn removed(old: &Model, new: &Model) -> BTreeSet<String> {
    paths(old, new, |difference| {
        difference.old.is_some() && difference.new.is_none()
    })
}

fn paths(old: &Model, new: &Model, is_wanted: impl Fn(&Difference) -> bool) -> BTreeSet<String> {
    let findings = Diff::new(old, new).findings;
    let differences = findings.into_iter().flat_map(|finding| finding.differences);
    let items = differences.filter(|it| it.attribute.is_none() && is_wanted(it));
    items.map(|difference| difference.path).collect()
}

#[test]
fn what_is_added_in_one_direction_is_removed_in_the_other() {
    let model = example_model();
    let mut found = 0;
    let json = serde_json::to_value(&model).unwrap();
    for variant in variants(&json) {
        let Some(other) = variant.of(&model, &json) else {
            continue;
        };
        let (there, back) = (added(&model, &other), removed(&other, &model));
        assert_eq!(there, back, "{variant:?}");
        found += there.len();
    }
    assert!(found > 50, "{found}");
}
