//! `formats`: what can be written, and what is lost in it.

use beraad_codegen::{Carries, FORMATS, Feature, Format};
use clap::Args;

use super::{Answer, Context};
use crate::options::Example;
use crate::page::Page;

/// List the formats, and what each does not carry
#[derive(Debug, Args)]
pub(crate) struct Formats {}

impl Formats {
    #[expect(clippy::unused_self, reason = "all commands are called alike")]
    pub(crate) fn run(&self, context: &Context<'_>) -> Answer {
        let mut page = Page::new(context.width);
        for format in FORMATS {
            page.gap().say(0, format.id).table(2, &describe(format));
        }
        Answer::yes(page.finish())
    }
}

/// What there is to say of a format, by name.
fn describe(format: &Format) -> Vec<[String; 2]> {
    let (mut partly, mut lost) = (Vec::new(), Vec::new());
    for &feature in Feature::ALL {
        let name = feature.label().en;
        match format.support.get(feature) {
            Carries::Partly(which) => partly.push(format!("{name}: {}", which.en)),
            Carries::Lost => lost.push(name.to_lowercase()),
            _ => {}
        }
    }
    let rows = [
        ("is", format.summary.en.to_owned()),
        ("writes", format.writes.join(", ")),
        ("carries in part", partly.join("\n")),
        ("does not carry", lost.join(", ")),
    ];
    rows.into_iter()
        .filter(|(_, text)| !text.is_empty())
        .map(|(name, text)| [name.to_owned(), text])
        .collect()
}

pub(crate) fn examples() -> Vec<Example> {
    vec![("formats".into(), "list the formats")]
}
