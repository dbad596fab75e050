//! `show`: shows a block or a variable, with everything that the model contains about it.

use beraad_codegen::message;
use beraad_codegen::messages::Messages;
use beraad_codegen::terminal::{Entry, entry};
use beraad_schema::describe::Language;
use clap::Args;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

use crate::command::{Answer, Command, Context};
use crate::error::Error;
use crate::examples::{Example, ModelNames};
use crate::names::{Named, find_block_or_column};
use crate::output::Output;

/// Show everything about a block or a variable
///
/// Its definition, the phrase that authorises it, its type and its codes with their periods, its sources and how certain they are, and notes for researchers.
#[derive(Debug, Args)]
pub(crate) struct Show {
    /// Block, or variable of a block
    #[arg(value_name = "BLOCK[.VARIABLE]")]
    name: String,
    /// Language; quotations from the decision stay Dutch, and evidence stays English
    #[arg(long, value_name = "LANG", value_parser = language_parser(), default_value = "en")]
    lang: Language,
    /// Show each variable of the block in full, not only a list of them
    #[arg(long)]
    full: bool,
}

/// Accepts the languages of the codebook.
fn language_parser() -> impl TypedValueParser<Value = Language> {
    PossibleValuesParser::new([
        PossibleValue::new("nl").help("Dutch"),
        PossibleValue::new("en").help("English"),
        PossibleValue::new("fr")
            .help("French; texts of the model without a French translation stay Dutch"),
    ])
    .map(|id| match id.as_str() {
        "nl" => Language::Nl,
        "fr" => Language::Fr,
        _ => Language::En,
    })
}

impl Command for Show {
    const NAME: &'static str = "show";

    fn examples(names: &ModelNames) -> Vec<Example> {
        let ModelNames {
            block, variable, ..
        } = names;
        vec![
            Example::new(
                format!("show {block}"),
                "show a block and the list of its variables",
            ),
            Example::new(
                format!("show {block} --full"),
                "show a block and each of its variables in full",
            ),
            Example::new(
                format!("show {block}.{variable} --lang nl"),
                "show a variable, in Dutch",
            ),
        ]
    }

    fn run(&self, context: &Context<'_>, output: &mut Output<'_>) -> Result<Answer, Error> {
        let model = context.model;
        let named = find_block_or_column(model, &self.name)
            .map_err(|error| Error::CommandLine(vec![error]))?;
        let shown = match &named {
            Named::Column(block, column) => Entry::Column(block, &column.name),
            Named::Block(block) if self.full => Entry::Whole(block),
            Named::Block(block) => Entry::Block(block),
        };
        output.print(&entry(model, shown, self.lang, output.width()));
        if let Entry::Block(block) = shown {
            output.paragraph_break();
            output.print(&self.hint(context.program, &block.id));
        }
        Ok(Answer::Done)
    }
}

impl Show {
    fn hint(&self, program: &str, block: &str) -> String {
        let messages = Messages::of(self.lang);
        let placeholder = messages.text(message!("show-placeholder"));
        let lines = [
            (
                messages.text(message!("show-one-variable")),
                format!("{block}.{placeholder}"),
            ),
            (
                messages.text(message!("show-all-variables")),
                format!("{block} --full"),
            ),
        ];
        let language = if self.lang == Language::En {
            String::new()
        } else {
            format!(" --lang {}", self.lang)
        };
        let widths = lines.iter().map(|(label, _)| label.chars().count());
        let width = widths.max().unwrap_or_default();
        lines
            .map(|(label, arguments)| {
                format!("{label:width$} {program} show {arguments}{language}\n")
            })
            .concat()
    }
}
