//! `explain`: everything about a rule, or about a check of a delivery.

use beraad_delivery::{CHECKS, Check, check};
use beraad_evolve::{Diff, Difference, RULES, rule};
use beraad_schema::describe::{did_you_mean, excerpt};
use clap::Args;

use crate::command::{Answer, Command, Context};
use crate::error::Error;
use crate::examples::{Example, ModelNames};
use crate::output::Output;

/// Explain a rule that `diff` names, or a check that `check` names: its reason, and what to do
#[derive(Debug, Args)]
pub(crate) struct Explain {
    /// The id of the rule, such as `C008`, or of the check, such as `unknown-code`
    #[arg(value_name = "ID")]
    rule: String,
}

impl Command for Explain {
    const NAME: &'static str = "explain";

    fn examples(_: &ModelNames) -> Vec<Example> {
        vec![
            Example::new("explain V020", "explain a rule that `diff` named"),
            Example::new("explain unknown-code", "explain a check that `check` named"),
        ]
    }

    fn run(&self, _: &Context<'_>, output: &mut Output<'_>) -> Result<Answer, Error> {
        if let Some(check) = check(&self.rule) {
            print_check(check, output);
            return Ok(Answer::Done);
        }
        let Some(rule) = rule(&self.rule) else {
            return Err(Error::CommandLine(vec![unknown(&self.rule)]));
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
            "The verdicts about most changes; a finding may have others, which `beraad diff` shows:",
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

/// Returns the message about an id that neither a rule nor a check has.
fn unknown(wanted: &str) -> String {
    let id = excerpt(wanted);
    let capitals = wanted.to_uppercase();
    // The first letter says what changes: a rule with another one is about something else.
    let ids = RULES.iter().map(|rule| rule.id);
    let ids = ids.filter(|id| id.chars().next() == capitals.chars().next());
    let mut hint = did_you_mean(&capitals, ids);
    if hint.is_empty() {
        let checks = CHECKS.iter().map(|check| check.id);
        hint = did_you_mean(&wanted.to_lowercase(), checks);
    }
    format!("unknown rule `{id}`: {hint}`beraad rules` lists all rules")
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
