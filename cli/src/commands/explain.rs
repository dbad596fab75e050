//! `explain`: everything about a rule of changes, a check of a delivery, or a constraint or rule of the model.

use std::collections::BTreeMap;

use beraad_delivery::{CHECKS, Check, check};
use beraad_evolve::{Diff, Difference, RULES, rule};
use beraad_schema::describe::{Constraint, Language, Model, Severity, did_you_mean, excerpt};
use clap::Args;

use crate::command::{Answer, Command, Context};
use crate::error::Error;
use crate::examples::{Example, ModelNames};
use crate::output::Output;

/// Explain a rule that `diff` names, or a check, constraint or rule that `check` names: its reason, and what to do
///
/// Without an id, list the checks of a delivery, and the constraints and rules of the model.
#[derive(Debug, Args)]
pub(crate) struct Explain {
    /// The id of the rule, such as `C008`, of the check, such as `unknown-code`, or of a constraint or rule of the model
    #[arg(value_name = "ID")]
    id: Option<String>,
}

impl Command for Explain {
    const NAME: &'static str = "explain";

    fn examples(_: &ModelNames) -> Vec<Example> {
        vec![
            Example::new("explain V020", "explain a rule that `diff` named"),
            Example::new("explain unknown-code", "explain a check that `check` named"),
            Example::new("explain", "list all checks, with their severity"),
        ]
    }

    fn run(&self, context: &Context<'_>, output: &mut Output<'_>) -> Result<Answer, Error> {
        let Some(id) = &self.id else {
            print_list(context.model, output);
            return Ok(Answer::Done);
        };
        if let Some(check) = check(id) {
            print_check(check, output);
            return Ok(Answer::Done);
        }
        if print_of_model(context.model, id, output) {
            return Ok(Answer::Done);
        }
        let Some(rule) = rule(id) else {
            return Err(Error::CommandLine(vec![unknown(context.model, id)]));
        };
        output.sentence(0, &format!("{}: {}", rule.id, rule.title));
        output.paragraph_break();
        for class in rule.classes {
            output.sentence(0, &format!("{class}: {}", class.definition()));
        }
        output.paragraph_break();
        output.sentence(0, rule.why);
        output.sentence(0, rule.remedy);
        output.paragraph_break();
        output.sentence(
            0,
            &format!(
                "The verdicts about most changes; a finding may have others, which `{} diff` shows:",
                context.program
            ),
        );
        for line in rule.viewpoints.to_string().split(", ") {
            output.sentence(2, line);
        }
        if rule.is_about_words {
            output.sentence(
                0,
                "If only words changed and the meaning is the same, accept the finding as editorial.",
            );
        }
        let (old, new) = rule.example_models();
        let findings = Diff::new(&old, &new).findings;
        if !findings.is_empty() {
            output.paragraph_break();
            output.sentence(0, "Example");
        }
        for finding in findings.iter().filter(|finding| finding.rule == rule) {
            output.sentence(2, &finding.to_string());
            for difference in &finding.differences {
                print_pair(difference, output);
            }
        }
        Ok(Answer::Done)
    }
}

/// Prints all checks, constraints and rules of rows, each with its severity.
fn print_list(model: &Model, output: &mut Output<'_>) {
    output.sentence(0, "Checks of a delivery:");
    let checks = CHECKS.iter();
    let rows = checks.map(|it| {
        [
            it.id.to_owned(),
            it.severity.to_string(),
            it.title.to_owned(),
        ]
    });
    output.table(2, &rows.collect::<Vec<_>>());
    if !model.constraints.is_empty() {
        output.paragraph_break();
        output.sentence(0, "Constraints of the model:");
        let constraints = model.constraints.iter();
        let rows = constraints.map(|it| {
            let message = it.message.text(Language::EN).unwrap_or_default();
            [
                it.id.to_string(),
                severity(it).to_owned(),
                message.to_owned(),
            ]
        });
        output.table(2, &rows.collect::<Vec<_>>());
    }
    let mut rules: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for block in &model.blocks {
        for rule in &block.rules {
            rules.entry(&rule.id).or_default().push(&block.id);
        }
    }
    if !rules.is_empty() {
        output.paragraph_break();
        output.sentence(0, "Rules of one row, each with its blocks (errors):");
        let rows = rules
            .into_iter()
            .map(|(id, blocks)| [id.to_owned(), blocks.join(", ")]);
        output.table(2, &rows.collect::<Vec<_>>());
    }
    output.paragraph_break();
    output.sentence(
        0,
        "`beraad explain <ID>` explains one of them; `beraad rules` lists the rules by which changes of the model are judged.",
    );
}

/// Prints a constraint or the rules of rows with this id. Returns false if the model has none.
fn print_of_model(model: &Model, id: &str, output: &mut Output<'_>) -> bool {
    let mut constraints = model.constraints.iter();
    let constraint = constraints.find(|it| it.id.eq_ignore_ascii_case(id));
    if let Some(constraint) = constraint {
        print_constraint(model, constraint, output);
    }
    let mut has_rule = false;
    for block in &model.blocks {
        let rules = block.rules.iter();
        for rule in rules.filter(|rule| rule.id.eq_ignore_ascii_case(id)) {
            if has_rule || constraint.is_some() {
                output.paragraph_break();
            }
            has_rule = true;
            let message = rule.message.text(Language::EN).unwrap_or_default();
            output.sentence(0, &format!("{}: {message}", rule.id));
            output.sentence(
                2,
                &format!("Rule of each row of {}. Severity: error.", block.id),
            );
            output.sentence(2, &format!("Condition: {}", rule.expression));
            if let Some(basis) = &rule.basis {
                output.sentence(2, &format!("Basis: {basis}"));
            }
        }
    }
    constraint.is_some() || has_rule
}

fn print_constraint(model: &Model, constraint: &Constraint, output: &mut Output<'_>) {
    let message = constraint.message.text(Language::EN).unwrap_or_default();
    output.sentence(0, &format!("{}: {message}", constraint.id));
    output.paragraph_break();
    let check = match constraint.severity {
        Severity::Error => "constraint-violated",
        Severity::Warning => "constraint-unmet",
    };
    output.sentence(
        0,
        &format!("Severity: {}, of the check {check}.", severity(constraint)),
    );
    output.paragraph_break();
    output.sentence(0, "Columns:");
    for block in &model.blocks {
        for column in constraint.columns_in(block) {
            output.sentence(2, &format!("{}.{column}", block.id));
        }
    }
    if !constraint.reads.is_empty() {
        output.sentence(0, "It also reads:");
        for column in constraint.reads.iter() {
            output.sentence(2, column);
        }
    }
    output.paragraph_break();
    let tolerates = constraint.tolerates.as_ref();
    if let Some(tolerates) = tolerates.and_then(|it| it.text(Language::EN)) {
        output.sentence(0, &format!("Accepted: {tolerates}"));
    }
    output.sentence(0, &format!("Basis: {}", constraint.basis));
    if constraint.condition.is_none() {
        output.sentence(0, "No program computes it: it is for people.");
    }
}

fn severity(constraint: &Constraint) -> &'static str {
    match constraint.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

/// Returns the message about an id that nothing has.
fn unknown(model: &Model, wanted: &str) -> String {
    let id = excerpt(wanted);
    let capitals = wanted.to_uppercase();
    // The first letter says what changes: a rule with another one is about something else.
    let ids = RULES.iter().map(|rule| rule.id);
    let ids = ids.filter(|id| id.chars().next() == capitals.chars().next());
    let mut hint = did_you_mean(&capitals, ids);
    if hint.is_empty() {
        let checks = CHECKS.iter().map(|check| check.id);
        let constraints = model.constraints.iter().map(|it| &*it.id);
        let rules = model.blocks.iter().flat_map(|block| &block.rules);
        let rules = rules.map(|rule| &*rule.id);
        let known = checks.chain(constraints).chain(rules);
        hint = did_you_mean(&wanted.to_lowercase(), known);
    }
    format!("unknown id `{id}`: {hint}`beraad rules` and `beraad explain` list all")
}

fn print_check(check: &Check, output: &mut Output<'_>) {
    output.sentence(0, &format!("{}: {}", check.id, check.title));
    output.paragraph_break();
    output.sentence(0, &format!("Severity: {}.", check.severity));
    output.paragraph_break();
    output.sentence(0, check.why);
    output.sentence(0, check.remedy);
}

/// Prints the old and the new value of a difference, as the JSON of a model has them.
fn print_pair(difference: &Difference, output: &mut Output<'_>) {
    output.sentence(4, &difference.path);
    for (side, value) in [("old", &difference.old), ("new", &difference.new)] {
        match value {
            Some(value) => output.sentence(6, &format!("{side}: {value}")),
            None => output.sentence(6, &format!("{side}: none")),
        }
    }
}
