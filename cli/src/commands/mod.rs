//! The commands, each in a file of its name.

mod blocks;
mod codebook;
mod codelists;
mod formats;
mod generate;
mod show;
mod trace;

use beraad_schema::describe::Model;
use clap::Subcommand;

use crate::failure::Failure;
use crate::options::{Example, Words};

/// What a command works on.
pub(crate) struct Context<'a> {
    pub(crate) model: &'a Model,
    /// How many characters a line has.
    pub(crate) width: usize,
    /// What the programme was called by.
    pub(crate) programme: &'a str,
}

/// What a command says.
pub(crate) struct Answer {
    /// For the standard output.
    pub(crate) text: String,
    /// Why the answer is no, if it is.
    pub(crate) no: Option<String>,
}

impl Answer {
    pub(crate) fn yes(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            no: None,
        }
    }
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Codebook(codebook::Codebook),
    Generate(generate::Generate),
    Formats(formats::Formats),
    Blocks(blocks::Blocks),
    Codelists(codelists::Codelists),
    Show(show::Show),
    Trace(trace::Trace),
}

impl Command {
    pub(crate) fn run(&self, context: &Context<'_>) -> Result<Answer, Failure> {
        match self {
            Self::Codebook(command) => command.run(context),
            Self::Generate(command) => command.run(context),
            Self::Formats(command) => Ok(command.run(context)),
            Self::Blocks(command) => Ok(command.run(context)),
            Self::Codelists(command) => command.run(context),
            Self::Show(command) => command.run(context),
            Self::Trace(command) => command.run(context),
        }
    }

    /// The examples in the help of the command of this name.
    pub(crate) fn examples(name: &str, words: &Words) -> Vec<Example> {
        match name {
            "codebook" => codebook::examples(),
            "generate" => generate::examples(words),
            "formats" => formats::examples(),
            "blocks" => blocks::examples(),
            "codelists" => codelists::examples(),
            "show" => show::examples(words),
            _ => trace::examples(),
        }
    }
}

#[cfg(all(test, feature = "model"))]
mod tests {
    use clap::{FromArgMatches, Subcommand};
    use serde_json::Value;

    use super::*;

    const HOSTILE: &str = "\u{1b}[2J\u{9b}31m\u{202e}\u{7}\r";

    /// Puts what commands a terminal into every text for people, and into the phrases of the decision.
    fn taint(value: &mut Value) {
        const TEXTS: [&str; 18] = [
            "nl",
            "en",
            "fr",
            "term",
            "of",
            "title",
            "heading",
            "relative",
            "name",
            "file",
            "page",
            "abbreviation",
            "institution",
            "standard",
            "source",
            "provider",
            "number",
            "basis",
        ];
        match value {
            Value::Array(items) => items.iter_mut().for_each(taint),
            Value::Object(fields) => {
                for (name, field) in fields {
                    match field {
                        Value::String(text) if TEXTS.contains(&&**name) => text.push_str(HOSTILE),
                        Value::Array(texts) if name == "relatives" || name == "evidence" => {
                            for text in texts {
                                if let Value::String(text) = text {
                                    text.push_str(HOSTILE);
                                }
                            }
                        }
                        field => taint(field),
                    }
                }
            }
            _ => {}
        }
    }

    fn answer(model: &Model, line: &str) -> String {
        let command = Command::augment_subcommands(clap::Command::new("beraad"));
        let matches = command
            .try_get_matches_from(line.split(' '))
            .expect("a command line");
        let command = Command::from_arg_matches(&matches).expect("a command");
        let context = Context {
            model,
            width: 80,
            programme: "beraad",
        };
        command.run(&context).expect("an answer").text
    }

    #[test]
    fn no_text_of_a_model_commands_the_terminal() {
        let mut json = serde_json::to_value(beraad_model::model()).expect("a model is JSON");
        taint(&mut json);
        let mut model: Model = serde_json::from_value(json).expect("a model");
        let mut list = model.code_lists.to_mut().iter_mut();
        list.next().expect("a list").supplied_by =
            Some(beraad_schema::describe::SuppliedFile::new(HOSTILE, HOSTILE));
        let mut lines = vec![
            "beraad blocks".to_owned(),
            "beraad codelists".to_owned(),
            "beraad codelists --format json".to_owned(),
            "beraad trace".to_owned(),
            "beraad trace --format csv".to_owned(),
            "beraad trace --format json".to_owned(),
        ];
        for block in model.blocks.iter() {
            lines.push(format!("beraad show {} --full", block.id));
            lines.push(format!("beraad show {} --full --lang nl", block.id));
        }
        for line in lines {
            let text = answer(&model, &line);
            let bad = |char: char| (char.is_control() && char != '\n') || char == '\u{202e}';
            assert!(!text.contains(bad), "{line}");
            let shown = if line.ends_with("json") {
                "\\u001b"
            } else {
                "⟨U+001B⟩"
            };
            assert!(text.contains(shown), "{line}: what was put in is seen");
        }
    }
}
