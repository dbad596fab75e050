//! `rules`: the rules about changes of a model.

use beraad_evolve::RULES;
use clap::{Args, ValueEnum};

use crate::command::{Answer, Command, Context};
use crate::error::Error;
use crate::examples::{Example, ModelNames};
use crate::json;
use crate::output::Output;

/// List the rules by which changes of the model are judged
#[derive(Debug, Args)]
pub(crate) struct Rules {
    /// Output format
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t = RulesFormat::Text)]
    format: RulesFormat,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum RulesFormat {
    /// Text for people
    Text,
    /// An array of objects
    Json,
    /// A table
    Markdown,
}

impl Command for Rules {
    const NAME: &'static str = "rules";

    fn examples(_: &ModelNames) -> Vec<Example> {
        vec![
            Example::new("rules", "list the rules"),
            Example::new("rules --format json", "write them for a program"),
        ]
    }

    fn run(&self, _: &Context<'_>, output: &mut Output<'_>) -> Result<Answer, Error> {
        let mut rules: Vec<_> = RULES.to_vec();
        rules.sort_by_key(|rule| rule.id);
        let classes = |rule: &beraad_evolve::Rule| {
            let names: Vec<_> = rule.classes.iter().map(ToString::to_string).collect();
            names.join(", ")
        };
        match self.format {
            RulesFormat::Text => {
                for rule in rules {
                    output.sentence(
                        0,
                        &format!("{} {} ({})", rule.id, rule.title, classes(rule)),
                    );
                }
            }
            RulesFormat::Json => output.print(&json::array(rules)),
            RulesFormat::Markdown => {
                output.print("| rule | change | classes | old data | new data in the old model | Rust | series |\n");
                output.print("| --- | --- | --- | --- | --- | --- | --- |\n");
                for rule in rules {
                    let views = rule.viewpoints;
                    output.print(&format!(
                        "| {} | {} | {} | {} | {} | {} | {} |\n",
                        rule.id,
                        rule.title,
                        classes(rule),
                        views.old_data_in_new_model,
                        views.new_data_in_old_model,
                        views.rust_api,
                        views.series_comparable,
                    ));
                }
            }
        }
        Ok(Answer::Done)
    }
}
