//! `formats`: what can be written, and what is lost in it.

use beraad_codegen::text::Columns;
use beraad_codegen::{Carries, FORMATS, Feature, Format};
use clap::Args;

use super::{Answer, Context};
use crate::options::Example;

const INDENT: &str = "  ";

/// List the formats, and what each does not carry
#[derive(Debug, Args)]
pub(crate) struct Formats {}

impl Formats {
    #[expect(clippy::unused_self, reason = "all commands are called alike")]
    pub(crate) fn run(&self, context: &Context<'_>) -> Answer {
        let described: Vec<_> = FORMATS
            .iter()
            .map(|format| describe(format, context.width))
            .collect();
        Answer::yes(described.join("\n"))
    }
}

fn describe(format: &Format, width: usize) -> String {
    let (mut partly, mut lost) = (Vec::new(), Vec::new());
    for &feature in Feature::ALL {
        let name = feature.label().en;
        match format.support.get(feature) {
            Carries::Partly(which) => partly.push(format!("{name}: {}", which.en)),
            Carries::Lost => lost.push(name.to_lowercase()),
            _ => {}
        }
    }
    let row = |name: &str, text: String| (!text.is_empty()).then(|| [name.to_owned(), text]);
    let rows: Vec<_> = [
        row("is", format.summary.en.to_owned()),
        row("writes", format.writes.join(", ")),
        row("carries in part", partly.join("\n")),
        row("does not carry", lost.join(", ")),
    ]
    .into_iter()
    .flatten()
    .collect();
    let columns = Columns::fit(&rows, width - INDENT.len());
    let text: String = rows.iter().map(|row| columns.row(row)).collect();
    let lines = text.lines().map(|line| format!("{INDENT}{line}\n"));
    format!("{}\n{}", format.id, lines.collect::<String>())
}

pub(crate) fn examples() -> Vec<Example> {
    vec![("formats".into(), "list the formats")]
}
