//! `blocks`: what is modelled, in the order of the decision.

use beraad_codegen::text::{Columns, visible};
use beraad_schema::describe::Block;
use clap::Args;

use super::{Answer, Context};
use crate::options::Example;
use crate::page::Page;

/// How far blocks stand to the right.
const INDENT: usize = 4;

/// List the blocks under the headings of the decision
#[derive(Debug, Args)]
pub(crate) struct Blocks {}

impl Blocks {
    #[expect(clippy::unused_self, reason = "all commands are called alike")]
    pub(crate) fn run(&self, context: &Context<'_>) -> Answer {
        let model = context.model;
        let row = |block: &Block| {
            [
                visible(&block.id),
                format!("{:>2} columns", block.columns().len()),
                visible(&block.row_unit.en),
            ]
        };
        let rows: Vec<_> = model.blocks.iter().map(row).collect();
        let columns = Columns::fit(&rows, context.width - INDENT);
        let mut page = Page::new(context.width);
        let mut paragraph = None;
        for heading in model.deliberation.headings.iter() {
            if paragraph.replace(heading.paragraph) != Some(heading.paragraph) {
                let provider = model.deliberation.paragraph(heading.paragraph);
                let provider = provider.map_or("", |it| &it.provider);
                let title = format!("Paragraph {}, {provider}", heading.paragraph);
                page.gap().say(0, &title);
            }
            let mut blocks = model.blocks_of(heading).peekable();
            if blocks.peek().is_none() {
                page.say(2, &format!("{}: not modelled", heading.title));
                continue;
            }
            page.say(2, &heading.title);
            for block in blocks {
                page.row(INDENT, &columns, &row(block));
            }
        }
        Answer::yes(page.finish())
    }
}

pub(crate) fn examples() -> Vec<Example> {
    vec![("blocks".into(), "list the blocks")]
}
