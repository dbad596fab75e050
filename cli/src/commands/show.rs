//! `show`: shows a block or a variable, with everything that the model contains about it.

use beraad_codegen::message;
use beraad_codegen::messages::Messages;
use beraad_codegen::terminal::{Entry, entry};
use beraad_schema::describe::{Language, Model, one_of};
use clap::Args;

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
    /// Language of the text, such as `en`; by default English, or the first edition of the model
    ///
    /// Quotations stay in the language of the decision, and evidence stays in English.
    #[arg(long, alias = "language", value_name = "LANG")]
    lang: Option<Language>,
    /// Show each variable of the block in full, not only a list of them
    #[arg(long)]
    full: bool,
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
        let language = self.language(model)?;
        output.print(&entry(model, shown, language, output.width()));
        if let Entry::Block(block) = shown {
            output.paragraph_break();
            output.print(&hint(model, language, context.program, &block.id));
        }
        Ok(Answer::Done)
    }
}

impl Show {
    /// The language that was asked for, which must be one of the model.
    fn language(&self, model: &Model) -> Result<Language, Error> {
        let languages = &model.deliberation.languages;
        let Some(language) = self.lang else {
            return Ok(languages.main_edition());
        };
        let all: Vec<_> = languages.all().collect();
        if all.contains(&language) {
            return Ok(language);
        }
        let known: Vec<_> = all.iter().map(Language::as_str).collect();
        Err(Error::CommandLine(vec![format!(
            "the model has no texts in `{language}`; expected {}",
            one_of(&known)
        )]))
    }
}

/// The commands that show the variables of a block in full.
fn hint(model: &Model, language: Language, program: &str, block: &str) -> String {
    let messages = Messages::of(language);
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
    let option = if language == model.deliberation.languages.main_edition() {
        String::new()
    } else {
        format!(" --lang {language}")
    };
    let widths = lines.iter().map(|(label, _)| label.chars().count());
    let width = widths.max().unwrap_or_default();
    lines
        .map(|(label, arguments)| format!("{label:width$} {program} show {arguments}{option}\n"))
        .concat()
}
