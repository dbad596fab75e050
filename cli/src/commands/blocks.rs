//! `blocks`: what is modelled, in the order of the decision.

use beraad_codegen::text::{Columns, visible, wrap};
use clap::Args;

use super::{Answer, Context};
use crate::options::Example;

/// List the blocks under the headings of the decision
#[derive(Debug, Args)]
pub(crate) struct Blocks {}

impl Blocks {
    #[expect(clippy::unused_self, reason = "all commands are called alike")]
    pub(crate) fn run(&self, context: &Context<'_>) -> Answer {
        let model = context.model;
        let rows: Vec<_> = model
            .blocks
            .iter()
            .map(|block| {
                let count = block.columns().len();
                [
                    format!("    {}", visible(&block.id)),
                    format!("{count:>2} columns"),
                    visible(&block.row.en),
                ]
            })
            .collect();
        let columns = Columns::fit(&rows, context.width);
        let mut text = String::new();
        let mut paragraph = None;
        for heading in model.deliberation.headings.iter() {
            if paragraph != Some(heading.paragraph) {
                let gap = if paragraph.is_some() { "\n" } else { "" };
                let provider = model.deliberation.paragraph(heading.paragraph);
                let provider = provider.map_or("", |it| &it.provider);
                text.push_str(&format!(
                    "{gap}Paragraph {}, {}\n",
                    heading.paragraph,
                    visible(provider)
                ));
                paragraph = Some(heading.paragraph);
            }
            let modelled = model.blocks_of(heading).next().is_some();
            let title = if modelled {
                visible(&heading.title)
            } else {
                format!("{}: not modelled", visible(&heading.title))
            };
            for (index, line) in wrap(&title, context.width - 4).iter().enumerate() {
                let indent = if index == 0 { 2 } else { 4 };
                text.push_str(&format!("{:indent$}{line}\n", ""));
            }
            for (block, row) in model.blocks.iter().zip(&rows) {
                if model.blocks_of(heading).any(|it| it.id == block.id) {
                    text.push_str(&columns.row(row));
                }
            }
        }
        Answer::yes(text)
    }
}

pub(crate) fn examples() -> Vec<Example> {
    vec![("blocks".into(), "list the blocks")]
}
