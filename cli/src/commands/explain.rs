//! `explain`: everything about a rule.

use beraad_evolve::{Diff, Difference, RULES, rule};
use beraad_schema::describe::{did_you_mean, excerpt};
use clap::Args;

use crate::command::{Answer, Command, Context};
use crate::error::Error;
use crate::examples::{Example, ModelNames};
use crate::output::Output;

/// Explain a rule: why a change is of its class, and what to do about it
#[derive(Debug, Args)]
pub(crate) struct Explain {
    /// The id of the rule, such as `C008`
    rule: String,
}

impl Command for Explain {
    const NAME: &'static str = "explain";

    fn examples(_: &ModelNames) -> Vec<Example> {
        vec![Example::new(
            "explain V020",
            "explain a rule that `diff` named",
        )]
    }

    fn run(&self, _: &Context<'_>, output: &mut Output<'_>) -> Result<Answer, Error> {
        let Some(rule) = rule(&self.rule) else {
            let id = excerpt(&self.rule);
            let wanted = self.rule.to_uppercase();
            // The first letter says what changes: a rule with another one is about something else.
            let ids = RULES.iter().map(|rule| rule.id);
            let ids = ids.filter(|id| id.chars().next() == wanted.chars().next());
            let hint = did_you_mean(&wanted, ids);
            return Err(Error::CommandLine(vec![format!(
                "unknown rule `{id}`: {hint}`beraad rules` lists all rules"
            )]));
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
