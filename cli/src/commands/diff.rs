//! `diff`: what changed between two versions of the model, and what that breaks.

use std::path::{Path, PathBuf};

use beraad_codegen::terminal::wrap;
use beraad_evolve::{Accepted, Class, Diff as Changes, Report};
use beraad_schema::describe::Model;
use clap::{Args, ValueEnum};

use crate::command::{Answer, Command, Context};
use crate::error::Error;
use crate::examples::{Example, ModelNames};
use crate::json;
use crate::output::{Colour, Output};
use crate::report::{self, Comparison};
use crate::source_place::RustSource;
use crate::terminal;
use crate::versions::{self, BUILT_IN};

/// Show what changed between two versions of the model, and what that breaks
///
/// OLD and NEW are each a version (`0.1.0`), a file, a revision of git (`HEAD~3`: the latest version there; `HEAD~3:model/versions/0.1.0.json`: this file), or `built-in`, the model of this program. Without them, the latest version is compared with the built-in model.
///
/// A finding fails the command if its class is at or above that of `--fail-on`, unless it is accepted. From the best to the worst: DOC, COMPATIBLE, RISKY, DISCLOSURE, BREAKING, SEMANTIC. `beraad explain RULE` says more about a rule.
#[derive(Debug, Args)]
pub(crate) struct Diff {
    /// The old model [default: the latest version]
    old: Option<String>,
    /// The new model
    #[arg(default_value = BUILT_IN)]
    new: String,
    /// Output format
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t = DiffFormat::Text)]
    format: DiffFormat,
    /// Exit with code 1 if a finding is of this class or a worse one
    #[arg(long, value_name = "CLASS", default_value = "DISCLOSURE", value_parser = class)]
    fail_on: Class,
    /// The accepted changes [default: `accepted.toml` in the folder of versions, if it is there]
    #[arg(long, value_name = "FILE")]
    accepted: Option<PathBuf>,
    /// Compare with every version, not only with the latest one
    #[arg(long, conflicts_with = "old")]
    all_versions: bool,
    /// The folder of versions [default: `model/versions` or `versions`]
    #[arg(long, value_name = "DIR")]
    versions: Option<PathBuf>,
    /// The Rust source of the model, for the places of findings
    #[arg(long, value_name = "DIR")]
    source: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum DiffFormat {
    /// Text for people
    Text,
    /// An array with an object for each old version
    Json,
    /// Tables, for the comment of a pull request
    Markdown,
    /// Annotations of a GitHub workflow
    Github,
    /// SARIF 2.1.0
    Sarif,
}

/// Parses a class.
fn class(text: &str) -> Result<Class, String> {
    text.parse().map_err(|_| {
        let classes = [
            Class::Doc,
            Class::Compatible,
            Class::Risky,
            Class::Disclosure,
            Class::Breaking,
            Class::Semantic,
        ];
        let names: Vec<_> = classes.iter().map(ToString::to_string).collect();
        format!("expected one of {}", names.join(", "))
    })
}

impl Command for Diff {
    const NAME: &'static str = "diff";

    fn examples(names: &ModelNames) -> Vec<Example> {
        vec![
            Example::new("diff", "compare the latest version with the built-in model"),
            Example::new(
                format!("diff {} built-in", names.version),
                "compare two versions",
            ),
            Example::new(
                "diff HEAD",
                "compare with the latest version in a revision of git",
            ),
            Example::new(
                "diff --format github --fail-on RISKY",
                "annotate a pull request, and fail from RISKY on",
            ),
        ]
    }

    fn run(&self, context: &Context<'_>, output: &mut Output<'_>) -> Result<Answer, Error> {
        let folder = versions::folder(self.versions.as_deref());
        let comparisons = self.compare(&folder, context, output.width())?;
        let source = match &self.source {
            Some(source) => RustSource::read(source),
            None => RustSource::read(&folder.with_file_name("src")),
        };
        match self.format {
            DiffFormat::Text => {
                for comparison in &comparisons {
                    print_text(comparison, output);
                }
            }
            DiffFormat::Json => {
                let reports = comparisons.iter();
                let reports = reports.map(|it| Report::new(&it.diff, self.fail_on));
                output.print(&json::array(reports));
            }
            DiffFormat::Markdown => output.print(&report::markdown(&comparisons)),
            DiffFormat::Github => {
                output.print(&report::github(&comparisons, self.fail_on, &source));
            }
            DiffFormat::Sarif => {
                output.print(&json::object(&report::sarif(&comparisons, &source)));
            }
        }
        let failures = comparisons.iter();
        let failures: usize = failures
            .map(|it| it.diff.failures(self.fail_on).count())
            .sum();
        if failures == 0 {
            return Ok(Answer::Done);
        }
        let plural = if failures == 1 { " is" } else { "s are" };
        Ok(Answer::No(format!(
            "{failures} finding{plural} of the class {} or worse and not accepted",
            self.fail_on
        )))
    }
}

impl Diff {
    /// Compares the models; an error is about what cannot be compared.
    fn compare(
        &self,
        folder: &Path,
        context: &Context<'_>,
        width: usize,
    ) -> Result<Vec<Comparison>, Error> {
        let input = |error: String| Error::Input(vec![error]);
        let built_in = context.model;
        let olds = if let Some(old) = &self.old {
            vec![old.clone()]
        } else {
            let mut versions = versions::versions(folder).map_err(input)?;
            if versions.is_empty() {
                return Err(input(format!(
                    "the folder `{}` has no version: write the first one with `{} version new {}`, or name the old model",
                    folder.display(),
                    context.program,
                    built_in.version
                )));
            }
            if !self.all_versions {
                versions.drain(..versions.len() - 1);
            }
            versions
        };
        let accepted =
            versions::accepted(self.accepted.as_deref(), folder).map_err(Error::Input)?;
        let new = versions::model(&self.new, folder, built_in).map_err(input)?;
        let mut comparisons = Vec::new();
        let mut errors = Vec::new();
        for name in olds {
            let old = versions::model(&name, folder, built_in).map_err(input)?;
            let mut diff = Changes::new(&old, &new);
            for error in diff.accept(&accepted) {
                // Several old versions may have the same finding.
                if !errors.contains(&error) {
                    errors.push(error);
                }
            }
            comparisons.push(Comparison {
                diff,
                old: name,
                new: self.new.clone(),
            });
        }
        if !errors.is_empty() {
            return Err(Error::Input(errors));
        }
        warn_of_outdated(&accepted, &comparisons, folder, built_in, width);
        Ok(comparisons)
    }
}

/// Warns of accepted changes that belong neither to these comparisons nor to a step from one version to the next one.
fn warn_of_outdated(
    accepted: &Accepted,
    comparisons: &[Comparison],
    folder: &Path,
    built_in: &Model,
    width: usize,
) {
    let diffs = || comparisons.iter().map(|it| &it.diff);
    if accepted.unmatched(diffs()).is_empty() {
        return;
    }
    // If a version cannot be read, its changes are unknown, and each accepted change may be one of them.
    let Some(steps) = versions::steps(folder, built_in) else {
        return;
    };
    let reason = if steps.is_empty() {
        "is not a finding about these two models"
    } else {
        "is not a finding about two neighbouring versions, nor about the latest version and the model: remove it if the change was undone"
    };
    for change in accepted.unmatched(diffs().chain(&steps)) {
        let warning = format!(
            "warning: `{}` is accepted, and {reason}",
            change.fingerprint
        );
        terminal::print_remark(&(wrap(&warning, width).join("\n") + "\n"));
    }
}

/// Prints the findings by part, worst first: for whom each breaks something, and what to do about it.
fn print_text(comparison: &Comparison, output: &mut Output<'_>) {
    let changes = &comparison.diff;
    for (section, findings) in changes.sections() {
        output.paragraph_break();
        output.sentence(0, &section.to_string());
        for finding in findings {
            let classes: Vec<_> = finding.classes.iter().map(ToString::to_string).collect();
            let classes = classes.join("+");
            output.print("  ");
            output.coloured(colour(finding.class()), &classes);
            let width = output.width().saturating_sub(classes.len() + 3);
            let lines = wrap(&format!("{finding}"), width);
            for (index, line) in lines.iter().enumerate() {
                let indent = if index == 0 { " " } else { "      " };
                output.print(&format!("{indent}{line}\n"));
            }
            if let Some(effects) = finding.viewpoints.effects() {
                output.sentence(4, &effects);
            }
            let accepted = match &finding.accepted {
                Some(accepted) => format!(", accepted: {}", accepted.reason),
                None => String::new(),
            };
            let remedy = finding.remedy;
            output.sentence(4, &format!("{remedy} [{}{accepted}]", finding.fingerprint));
        }
    }
    output.paragraph_break();
    let (old, new) = (&changes.old_version, &changes.new_version);
    if changes.findings.is_empty() {
        output.sentence(0, &format!("The models are equal ({old}, {new})."));
        return;
    }
    let counts = changes.counts().into_iter();
    let counts: Vec<_> = counts
        .map(|(class, count)| format!("{count} {class}"))
        .collect();
    let next = changes.next_version();
    let next = next.map_or(String::new(), |next| format!(" The next version: {next}."));
    let [old, new] = comparison.names();
    output.sentence(
        0,
        &format!("From {old} to {new}: {}.{next}", counts.join(", ")),
    );
}

fn colour(class: Class) -> Colour {
    match class {
        Class::Semantic | Class::Breaking | Class::Disclosure => Colour::Red,
        Class::Risky => Colour::Yellow,
        Class::Compatible | Class::Doc => Colour::Green,
    }
}
