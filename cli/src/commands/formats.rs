//! `formats`: what can be written, and what is lost in it.

use beraad_codegen::text::wrap;
use beraad_codegen::{Carries, FORMATS, Feature, Format};
use clap::Args;

use super::{Answer, Context};
use crate::options::Example;

/// List the formats: what each writes, and what of the model it does not carry
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
    let mut text = format!("{}\n", format.id);
    let mut say = |line: &str| {
        for (index, part) in wrap(line, width.saturating_sub(4)).iter().enumerate() {
            let indent = if index == 0 { 2 } else { 4 };
            text.push_str(&format!("{:indent$}{part}\n", ""));
        }
    };
    say(format.summary.en);
    say(&format!("writes {}", format.writes.join(", ")));
    let (mut partly, mut lost) = (Vec::new(), Vec::new());
    for &feature in Feature::ALL {
        let name = feature.label().en.to_lowercase();
        match format.support.get(feature) {
            Carries::Partly(which) => partly.push(format!("{name} ({})", which.en)),
            Carries::Lost => lost.push(name),
            _ => {}
        }
    }
    if partly.is_empty() && lost.is_empty() {
        say("carries everything");
    }
    if !partly.is_empty() {
        say(&format!("carries in part: {}", partly.join("; ")));
    }
    if !lost.is_empty() {
        say(&format!("does not carry: {}", lost.join(", ")));
    }
    text
}

pub(crate) fn examples() -> Vec<Example> {
    vec![("formats".into(), "list the formats")]
}
