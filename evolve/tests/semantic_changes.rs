//! A finding explains no more than it states: a change of meaning is reported, whatever else happened to the same item.

use beraad_describe::{
    CodeEntry, CodeList, Field, Label, Language, MissingReason, Model, Variable,
};
use beraad_evolve::{Class, Diff, RULES, Section};

/// The word that a changed text has, which no model of an example has.
const OTHER: &str = "Otherwise";

/// A change of the meaning of one item.
struct Act {
    section: Section,
    /// The name by which a finding mentions the item if its message does not show the text.
    name: String,
    change: Box<dyn Fn(&mut Model)>,
}

fn other() -> Label {
    Label::new([(Language::EN, OTHER), (Language::NL, OTHER)])
}

/// Calls a function for each variable, in groups too.
fn visit(fields: &mut [Field], act: &mut dyn FnMut(&mut Variable)) {
    for field in fields {
        match field {
            Field::Variable(variable) => act(variable),
            Field::Group(group) => visit(&mut group.fields, act),
            Field::Role(_) => {}
        }
    }
}

/// The variables, each with the id of its block.
fn variables(model: &Model) -> Vec<(String, Variable)> {
    let mut variables = Vec::new();
    for block in &mut model.blocks.clone() {
        let id = block.id.to_string();
        visit(&mut block.fields, &mut |it| {
            variables.push((id.clone(), it.clone()));
        });
    }
    variables
}

/// Changes the variable at a place in the order of all variables.
fn of_variable(place: usize, change: Change) -> Box<dyn Fn(&mut Model)> {
    Box::new(move |model| {
        let mut count = 0;
        for block in &mut model.blocks {
            visit(&mut block.fields, &mut |variable| {
                if count == place {
                    change(variable);
                }
                count += 1;
            });
        }
    })
}

/// The labels of a code that counts as a value, or as a missing one.
fn labels(entry: &CodeEntry) -> Vec<(&Label, Option<MissingReason>)> {
    let meanings = entry.meanings.iter();
    meanings.map(|it| (&it.label, it.missing)).collect()
}

/// Returns a text of a variable, if it has it.
type Text = fn(&Variable) -> Option<&Label>;

/// Changes a variable.
type Change = fn(&mut Variable);

/// The texts of a variable that say what its values mean, each with the change of it.
const TEXTS: [(Text, Change); 5] = [
    (|it| Some(&it.definition), |it| it.definition = other()),
    (|it| it.unit.as_ref(), |it| it.unit = Some(other())),
    (
        |it| it.null_means.as_ref(),
        |it| it.null_means = Some(other()),
    ),
    (|it| it.universe.as_ref(), |it| it.universe = Some(other())),
    (
        |it| it.source_unit.as_ref(),
        |it| it.source_unit = Some(other()),
    ),
];

/// Returns changes of meaning of the items of a model that another model has too.
fn acts(model: &Model, other_model: &Model) -> Vec<Act> {
    let mut acts = Vec::new();
    let old = variables(other_model);
    for (place, (block, variable)) in variables(model).iter().enumerate() {
        let is_same = |(_, old): &&(String, Variable)| {
            old.label == variable.label && old.phrase.term == variable.phrase.term
        };
        let Some((_, old)) = old.iter().find(is_same) else {
            continue;
        };
        for (text, change) in TEXTS {
            if text(old).is_some_and(|it| it.languages().next().is_some())
                && text(old) == text(variable)
            {
                acts.push(Act {
                    section: Section::Block(block.clone()),
                    name: variable.id.to_string(),
                    change: of_variable(place, change),
                });
            }
        }
    }
    for (list_place, list) in model.code_lists.iter().enumerate() {
        let section = Section::CodeList(list.id.to_string());
        let is_same = |old: &&CodeList| {
            old.id == list.id
                || list.renamed_from.contains(&old.id)
                || old.renamed_from.contains(&list.id)
        };
        let old_lists: Vec<_> = other_model.code_lists.iter().filter(is_same).collect();
        if old_lists
            .iter()
            .any(|old| old.definition == list.definition)
        {
            acts.push(Act {
                section: section.clone(),
                name: list.id.to_string(),
                change: Box::new(move |model| model.code_lists[list_place].definition = other()),
            });
        }
        // The label of a code without a text is its name.
        let codes = list.codes.iter().enumerate();
        for (code_place, entry) in codes.filter(|(_, entry)| entry.code.is_some()) {
            let old = old_lists.iter().flat_map(|list| &list.codes);
            let old: Vec<_> = old
                .filter(|old| old.code == entry.code)
                .flat_map(labels)
                .collect();
            for (meaning_place, meaning) in entry.meanings.iter().enumerate() {
                let is_same = old.contains(&(&meaning.label, meaning.missing));
                if is_same {
                    acts.push(Act {
                        section: section.clone(),
                        name: entry.code.as_deref().unwrap_or_default().to_owned(),
                        change: Box::new(move |model| {
                            let entry = &mut model.code_lists[list_place].codes[code_place];
                            entry.meanings[meaning_place].label = other();
                        }),
                    });
                }
                if is_same && meaning.missing.is_none() {
                    acts.push(Act {
                        section: section.clone(),
                        name: entry.code.as_deref().unwrap_or_default().to_owned(),
                        change: Box::new(move |model| {
                            let entry = &mut model.code_lists[list_place].codes[code_place];
                            entry.meanings[meaning_place].missing = Some(MissingReason::Unknown);
                        }),
                    });
                }
            }
        }
    }
    acts
}

/// Gives two variables each text.
fn with_texts(model: &mut Model) {
    let label = |text: &'static str| Label::new([(Language::EN, text), (Language::NL, text)]);
    for block in &mut model.blocks {
        visit(&mut block.fields, &mut |variable| {
            if ["renewals", "extensions", "sex"].contains(&&*variable.id) {
                variable.unit.get_or_insert(label("times"));
                variable.null_means.get_or_insert(label("not known"));
                variable.universe.get_or_insert(label("readers"));
                variable.source_unit.get_or_insert(label("books"));
            }
        });
    }
}

#[test]
fn no_rule_hides_a_change_of_meaning() {
    let mut hidden = Vec::new();
    let mut count = 0;
    // Another block has the name of the block there, as the finding about it reports.
    for rule in RULES.iter().filter(|rule| rule.id != "T023") {
        let (mut old, mut new) = rule.example_models();
        with_texts(&mut old);
        with_texts(&mut new);
        for (old, new) in [(&old, &new), (&new, &old)] {
            let findings = Diff::new(old, new).findings;
            let is_part = |act: &Act| findings.iter().any(|it| it.section == act.section);
            for act in acts(new, old).into_iter().filter(is_part) {
                let mut new = new.clone();
                (act.change)(&mut new);
                count += 1;
                let findings = Diff::new(old, &new).findings;
                let is_mentioned = findings.iter().any(|finding| {
                    let texts = [&finding.message, &finding.place];
                    let names = [
                        OTHER.to_owned(),
                        format!("{:?}", act.name),
                        format!("code {}", act.name),
                    ];
                    finding.class() == Class::Semantic
                        && names
                            .iter()
                            .any(|name| texts.iter().any(|text| text.contains(name)))
                });
                if !is_mentioned {
                    let findings: Vec<_> = findings
                        .iter()
                        .map(|it| {
                            format!("{} {} {}: {}", it.rule.id, it.class(), it.place, it.message)
                        })
                        .collect();
                    hidden.push(format!("{}: {}: {findings:?}", rule.id, act.name));
                }
            }
        }
    }
    assert!(hidden.is_empty(), "{hidden:#?}");
    assert!(count > 500, "{count}");
}
