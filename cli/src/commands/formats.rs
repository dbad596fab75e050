//! `formats`: lists the formats, and what each does not carry.

use beraad_codegen::messages::Messages;
use beraad_codegen::{Carries, FORMATS, Feature, Format};
use beraad_schema::describe::Language;
use clap::Args;

use crate::command::{Answer, Command, Context};
use crate::error::Error;
use crate::examples::{Example, ModelNames};
use crate::output::Output;

/// List the formats, and what each does not carry
#[derive(Debug, Args)]
pub(crate) struct Formats {}

impl Command for Formats {
    const NAME: &'static str = "formats";

    fn examples(_: &ModelNames) -> Vec<Example> {
        vec![Example::new("formats", "list the formats")]
    }

    fn run(&self, _: &Context<'_>, output: &mut Output<'_>) -> Result<Answer, Error> {
        for format in FORMATS {
            output.paragraph_break();
            output.sentence(0, format.id);
            output.table(2, &properties(format));
        }
        Ok(Answer::Done)
    }
}

/// The names and values of the properties of a format.
fn properties(format: &Format) -> Vec<[String; 2]> {
    let language = Language::EN;
    let (mut in_part, mut lost) = (Vec::new(), Vec::new());
    for &feature in Feature::ALL {
        let name = Messages::of(language).text(feature.label());
        match format.support.get(feature) {
            Carries::Partly(which) => in_part.push(format!("{name}: {}", which.get(language))),
            Carries::Lost => lost.push(name.to_lowercase()),
            Carries::Carried => {}
        }
    }
    let rows = [
        ("is", format.summary.get(language).to_owned()),
        ("writes", format.writes.join(", ")),
        ("carries in part", in_part.join("\n")),
        ("does not carry", lost.join(", ")),
    ];
    rows.into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| [name.to_owned(), value])
        .collect()
}
