//! `show`: all that is known of a block or a variable.

use beraad_codegen::text::{Entry, entry};
use beraad_schema::describe::Language;
use clap::{Args, ValueEnum};

use super::{Answer, Context};
use crate::failure::Failure;
use crate::names::{Named, find};
use crate::options::{Example, Words};

/// Show all that is known of a block or a variable
///
/// What it holds, the phrase that authorises it, its type and codes with their periods, where it comes from and how sure that is, and what a researcher must know of it.
#[derive(Debug, Args)]
pub(crate) struct Show {
    /// A block, or a variable of it
    #[arg(value_name = "BLOCK[.VARIABLE]")]
    name: String,
    /// The language; what is quoted from the decision stays Dutch, and evidence English
    #[arg(long, value_enum, default_value_t = Lang::En)]
    lang: Lang,
    /// Of a block, show every variable in full and not only the list of them
    #[arg(long)]
    full: bool,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Lang {
    /// Dutch
    Nl,
    /// English
    En,
}

impl Show {
    pub(crate) fn run(&self, context: &Context<'_>) -> Result<Answer, Failure> {
        let model = context.model;
        let language = match self.lang {
            Lang::Nl => Language::Nl,
            Lang::En => Language::En,
        };
        let show = |what| entry(model, what, language, context.width);
        let named = find(model, &self.name).map_err(|mistake| Failure::Names(vec![mistake]))?;
        Ok(Answer::yes(match named {
            Named::Column(block, column) => show(Entry::Column(block, &column.name)),
            Named::Block(block) if self.full => show(Entry::Whole(block)),
            Named::Block(block) => {
                let hint = self.hint(context.programme, &block.id);
                format!("{}\n{hint}", show(Entry::Block(block)))
            }
        }))
    }

    fn hint(&self, programme: &str, block: &str) -> String {
        match self.lang {
            Lang::En => format!(
                "One variable in full: {programme} show {block}.VARIABLE\n\
                 All of them in full:  {programme} show {block} --full\n"
            ),
            Lang::Nl => format!(
                "Eén variabele voluit: {programme} show {block}.VARIABELE --lang nl\n\
                 Allemaal voluit:      {programme} show {block} --full --lang nl\n"
            ),
        }
    }
}

pub(crate) fn examples(words: &Words) -> Vec<Example> {
    let Words {
        block, variable, ..
    } = words;
    vec![
        (
            format!("show {block}"),
            "a block and the list of its variables",
        ),
        (
            format!("show {block} --full"),
            "a block and all that is known of each variable",
        ),
        (
            format!("show {block}.{variable} --lang nl"),
            "a variable, in Dutch",
        ),
    ]
}
