//! `version`: the kept versions of the model.

use std::path::PathBuf;

use beraad_evolve::{KeptVersion, version_numbers};
use beraad_schema::describe::{Date, excerpt};
use clap::{Args, Subcommand};

use crate::command::{Answer, Command, Context};
use crate::error::Error;
use crate::examples::{Example, ModelNames};
use crate::new_files;
use crate::output::Output;
use crate::versions;

/// List the kept versions of the model, or keep a new one
///
/// A version is a file with the whole model as it is on the day on which it is kept. It is never overwritten, and every later release reads it.
#[derive(Debug, Args)]
pub(crate) struct Version {
    #[command(subcommand)]
    action: Option<Action>,
    /// The folder of versions [default: `model/versions` or `versions`]
    #[arg(long, value_name = "DIR", global = true)]
    versions: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Keep the built-in model as a version
    New {
        /// The version, which is that of the model
        version: String,
        /// The day on which it is kept
        #[arg(long, value_name = "YYYY-MM-DD")]
        date: Option<Date>,
    },
}

impl Command for Version {
    const NAME: &'static str = "version";

    fn examples(names: &ModelNames) -> Vec<Example> {
        vec![
            Example::new("version", "list the kept versions"),
            Example::new(
                format!("version new {}", names.version),
                "keep the model as this version",
            ),
        ]
    }

    fn run(&self, context: &Context<'_>, output: &mut Output<'_>) -> Result<Answer, Error> {
        let folder = versions::folder(self.versions.as_deref());
        let input = |error: String| Error::Input(vec![error]);
        let Some(Action::New { version, date }) = &self.action else {
            for version in versions::versions(&folder).map_err(input)? {
                output.sentence(0, &version);
            }
            return Ok(Answer::Done);
        };
        let model = context.model;
        let Some(numbers) = version_numbers(version) else {
            let version = excerpt(version);
            return Err(Error::CommandLine(vec![format!(
                "`{version}` is not a version; expected three numbers, such as `0.2.0`"
            )]));
        };
        if model.version != *version {
            return Err(Error::CommandLine(vec![format!(
                "the model says that it is version `{}`: write `{version}` as its version first, and build the program again",
                model.version
            )]));
        }
        let kept = versions::versions(&folder).map_err(input)?;
        let latest = kept.last().and_then(|latest| version_numbers(latest));
        if latest.is_some_and(|latest| latest > numbers) {
            return Err(Error::CommandLine(vec![format!(
                "`{version}` is before the latest version, `{}`",
                kept[kept.len() - 1]
            )]));
        }
        let Some(date) = date.or_else(Date::today) else {
            return Err(Error::CommandLine(vec![
                "the clock of this machine has no valid day: state it with `--date`".to_owned(),
            ]));
        };
        if kept.contains(version) {
            return Err(Error::CommandLine(vec![format!(
                "version `{version}` is kept already, and a kept version is never overwritten: write the next one as the version of the model"
            )]));
        }
        if let Some(latest) = kept.last() {
            let latest = versions::kept_version(&folder, latest)
                .map_err(input)?
                .model;
            let (here, there) = (&model.deliberation, &latest.deliberation);
            // A corrected number leaves the title, and another title the number.
            if here.number != there.number && here.title != there.title {
                return Err(Error::CommandLine(vec![format!(
                    "the versions in `{}` are of decision {}, and this program has the model of decision {}: run the program of the other \
                     model, as `cargo run -- version new`, or name another folder with `--versions`",
                    folder.display(),
                    there.number,
                    here.number
                )]));
            }
        }
        let path = folder.join(format!("{version}.json"));
        let json = KeptVersion::new(model.clone(), date).to_json();
        new_files::write_one(&path, &json)?;
        output.sentence(0, &format!("Wrote {}.", path.display()));
        Ok(Answer::Done)
    }
}
