//! `new`: writes a crate for another decision.

use std::path::PathBuf;

use beraad_codegen::OutputFolder;
use beraad_schema::describe::{Language, Languages};
use clap::Args;

use crate::command::{Answer, Command, Context};
use crate::crate_name;
use crate::error::Error;
use crate::examples::{Example, ModelNames};
use crate::output::Output;
use crate::starter::{Origin, Starter, Workspace};
use crate::terminal;

/// Write a crate for another decision
///
/// The crate contains an example of each file, compiles, and has the commands of this program for its own model. Its README.md lists the next steps. The name of the crate is that of the folder.
#[derive(Debug, Args)]
pub(crate) struct New {
    /// Folder of the crate: a new or an empty one; its parent must exist
    #[arg(value_name = "FOLDER")]
    folder: PathBuf,
    /// Number of the decision
    #[arg(long, value_name = "NUMBER")]
    number: String,
    /// Language of the decision, as a tag such as `nl` or `fr-BE`
    #[arg(long, value_name = "TAG")]
    language: Language,
    /// Language of the labels and the codebook (repeatable; default: the language of the decision)
    #[arg(long = "edition", value_name = "TAG")]
    editions: Vec<Language>,
    /// Folder of a copy of Beraad on which the crate depends (default: the published version)
    #[arg(long, value_name = "DIR")]
    beraad: Option<PathBuf>,
}

impl Command for New {
    const NAME: &'static str = "new";

    fn examples(_: &ModelNames) -> Vec<Example> {
        vec![
            Example::new(
                "new library-loans --number 2042/7 --language fr",
                "write the crate `library-loans` for a decision in French",
            ),
            Example::new(
                "new visits --number 2042/8 --language fr --edition nl --edition en",
                "write a crate whose labels and codebook are in Dutch and English",
            ),
        ]
    }

    fn run(&self, _: &Context<'_>, output: &mut Output<'_>) -> Result<Answer, Error> {
        let starter = self.starter().map_err(Error::CommandLine)?;
        let folder = OutputFolder::new(&self.folder).on_wait(terminal::print_waiting);
        let written = folder.create(starter.files())?;
        let folder = self.folder.display();
        output.sentence(0, &format!("Wrote {folder}: {} files.", written.files));
        let readme = self.folder.join("README.md");
        output.sentence(
            0,
            &format!(
                "Next: transcribe the decision into {}; {} lists the steps.",
                self.folder.join("deliberation.toml").display(),
                readme.display()
            ),
        );
        Ok(Answer::Done)
    }
}

impl New {
    /// Checks the arguments, and reports all errors in them at once.
    fn starter(&self) -> Result<Starter, Vec<String>> {
        let mut errors = Vec::new();
        let package = crate_name::of_folder(&self.folder);
        let package = package.map_err(|error| errors.push(error)).ok();
        if self.number.trim().is_empty() {
            errors.push(
                "the number is empty: write the number of the decision, such as `--number 2042/7`"
                    .to_owned(),
            );
        } else if self.number.trim() != self.number || self.number.contains(char::is_control) {
            errors.push(
                "the number has spaces around it, a line break or another control character: write it on one line, such as `--number 2042/7`"
                    .to_owned(),
            );
        }
        for (index, edition) in self.editions.iter().enumerate() {
            if self.editions[..index].contains(edition) {
                errors.push(format!(
                    "duplicate edition `{edition}`: write each edition once"
                ));
            }
        }
        let workspace = self.beraad.as_deref().map(Workspace::in_folder);
        let workspace = workspace.transpose();
        let workspace = workspace.map_err(|error| errors.push(error)).ok();
        let editions = match &*self.editions {
            [] => vec![self.language],
            editions => editions.to_vec(),
        };
        match (package, workspace) {
            (Some(package), Some(workspace)) if errors.is_empty() => Ok(Starter {
                package,
                number: self.number.clone(),
                languages: Languages::new(self.language, editions),
                workspace,
                origin: Origin::Example,
            }),
            _ => Err(errors),
        }
    }
}
