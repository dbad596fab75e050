//! `blocks`: lists the blocks, in the order of the decision.

use beraad_codegen::messages::capitalised;
use beraad_codegen::terminal::Columns;
use beraad_schema::describe::{Block, Language, visible};
use clap::Args;

use crate::command::{Answer, Command, Context};
use crate::error::Error;
use crate::examples::{Example, ModelNames};
use crate::output::Output;

/// The indentation of blocks below their heading.
const BLOCK_INDENT: usize = 4;

/// List the blocks under the headings of the decision
#[derive(Debug, Args)]
pub(crate) struct Blocks {}

impl Command for Blocks {
    const NAME: &'static str = "blocks";

    fn examples(_: &ModelNames) -> Vec<Example> {
        vec![Example::new("blocks", "list the blocks")]
    }

    fn run(&self, context: &Context<'_>, output: &mut Output<'_>) -> Result<Answer, Error> {
        let model = context.model;
        let cells: Vec<_> = model.blocks.iter().map(cells_of).collect();
        // The columns are fitted once, so that they are aligned across headings.
        let columns = Columns::fit(&cells, output.width().saturating_sub(BLOCK_INDENT));
        let word = capitalised(model.deliberation.words.paragraph.get(Language::EN));
        let mut paragraph = None;
        for heading in &model.deliberation.headings {
            // The headings of a paragraph follow each other, so that a change of its number begins the next one.
            let provider = model.deliberation.provider(heading);
            let place = (&heading.paragraph, provider);
            if paragraph.replace(place) != Some(place) {
                let provider = provider.map_or(String::new(), |it| format!(", {it}"));
                output.paragraph_break();
                output.sentence(0, &format!("{word} {}{provider}", heading.paragraph));
            }
            let mut blocks = model.blocks_of(heading).peekable();
            if blocks.peek().is_none() {
                output.sentence(2, &format!("{}: not modelled", heading.title));
                continue;
            }
            output.sentence(2, &heading.title);
            for block in blocks {
                output.row(BLOCK_INDENT, &columns, &cells_of(block));
            }
        }
        Ok(Answer::Done)
    }
}

fn cells_of(block: &Block) -> [String; 3] {
    [
        visible(&block.id),
        format!("{:>2} columns", block.columns().len()),
        visible(block.row_unit.get(Language::EN)),
    ]
}
