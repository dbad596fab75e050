//! `check`: checks a delivery against the model.

use std::path::{Path, PathBuf};

use beraad_codegen::Artefact;
use beraad_delivery::{Comparison, Delivery, Options, Report, Severity, comparison_html, html};
use beraad_schema::describe::{Date, counted};
use clap::{Args, ValueEnum};
use serde::Serialize;

use crate::check_text::print_report;
use crate::command::{Answer, Command, Context};
use crate::comparison_text::print_comparison;
use crate::error::Error;
use crate::examples::{Example, ModelNames};
use crate::folder::write;
use crate::option_names::{name_options, name_options_of_comparison};
use crate::output::Output;
use crate::outside::{require_outside, require_parent};
use crate::row_options::{RowOptions, invalid};

/// Check a delivery: a folder with a file for each block
///
/// Each file is read once, column by column. All findings are counted; no value of a row is shown unless `--show-values` asks for it.
///
/// If a file differs from what the codebook says, state it by an option: nothing is guessed.
///
/// If files have other names than their blocks, list them in a file `delivery.toml` in the folder: a line `[files]`, and then for each block a line such as `<block> = "file.csv"` or `<block> = ["2015/file.csv", "2016/file.csv"]`.
#[derive(Debug, Args)]
pub(crate) struct Check {
    /// Folder with `<block>.csv` (also `.csv.gz` and `.csv.zst`), `<block>.parquet` or `<block>.arrow` (also `.feather`), or with a folder of such files for a block, also in folders such as `year=2010`
    #[arg(value_name = "DIR")]
    delivery: PathBuf,
    /// Folder of an earlier delivery of the same blocks: also compare with it; the options apply to both, and the exit code is that of the
    /// checks, or 2 if a file of either was not read
    #[arg(long, value_name = "OLD")]
    against: Option<PathBuf>,
    #[command(flatten)]
    rows: RowOptions,
    /// Folder for the report: `report.html`, a page for people, and `report.json`, with `--against` also `comparison.html` and
    /// `comparison.json`; its parent must exist
    #[arg(long, value_name = "FOLDER")]
    report: Option<PathBuf>,
    /// Day of the check, for the report [default: today]
    #[arg(long, value_name = "YYYY-MM-DD")]
    date: Option<Date>,
    /// Findings for which the exit code is 1
    #[arg(long, value_enum, value_name = "SEVERITY", default_value_t = FailOn::Error)]
    fail_on: FailOn,
    /// Output format
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t = CheckFormat::Text)]
    format: CheckFormat,
}

/// The file of the report for people.
const PAGE: &str = "report.html";

/// The file of the comparison for people.
const COMPARISON_PAGE: &str = "comparison.html";

/// The output in JSON with a comparison.
#[derive(Serialize)]
struct CheckWithComparison<'r> {
    report: &'r Report,
    comparison: &'r Comparison,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum FailOn {
    /// Errors
    Error,
    /// Errors and warnings
    Warning,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum CheckFormat {
    /// Text for people
    Text,
    /// An object, for programs
    Json,
}

impl Command for Check {
    const NAME: &'static str = "check";

    fn examples(_: &ModelNames) -> Vec<Example> {
        vec![
            Example::new("check delivery", "check the files of a folder"),
            Example::new(
                "check delivery --separator ';' --encoding windows-1252 --decimal-comma --notation yyyyMM",
                "check files as a Belgian Excel writes them",
            ),
            Example::new(
                "check delivery --report check-report",
                "also write a page with all findings, and replace that of an earlier call",
            ),
            Example::new(
                "check delivery --against earlier --report check-report",
                "also compare with an earlier delivery, as a page of its own",
            ),
            Example::new(
                "check delivery --codelists codelists --format json > report.json",
                "check codes against the lists that were supplied, for programs",
            ),
        ]
    }

    fn run(&self, context: &Context<'_>, output: &mut Output<'_>) -> Result<Answer, Error> {
        let options = self.rows.options(context)?;
        if let Some(folder) = &self.report {
            require_parent(folder)?;
            require_outside(folder, &self.delivery)?;
            if let Some(old) = &self.against {
                require_outside(folder, old)?;
            }
        }
        let delivery =
            Delivery::open(&self.delivery, context.model).map_err(|error| invalid(&error))?;
        // An error in the path is reported before the checks, which may take long.
        let old = match &self.against {
            Some(old) => Some(Delivery::open(old, context.model).map_err(|error| invalid(&error))?),
            None => None,
        };
        // A block that only the old delivery has is a difference.
        let deliveries: Vec<_> = [&delivery].into_iter().chain(&old).collect();
        self.rows.require_files(&deliveries)?;
        let mut report = delivery
            .check_with_progress(&options, |file| {
                output.progress(format_args!("checking {file}"));
            })
            .map_err(|error| invalid(&error))?;
        report.day = self.date.or_else(Date::today);
        name_options(&mut report);
        if self.format == CheckFormat::Text {
            print_report(&report, context.model, output);
        }
        let comparison = match &old {
            Some(old) => Some(self.compare(&delivery, old, &options, output)?),
            None => None,
        };
        match (self.format, &comparison) {
            (CheckFormat::Text, Some(comparison)) => print_comparison(comparison, output),
            (CheckFormat::Text, None) => {}
            (CheckFormat::Json, Some(comparison)) => {
                let report = &report;
                output.print(&json(&CheckWithComparison { report, comparison })?);
            }
            (CheckFormat::Json, None) => output.print(&json(&report)?),
        }
        if let Some(folder) = &self.report {
            self.write_report(&report, comparison.as_ref(), folder, output)?;
        }
        let unread = unread_files(&report, comparison.as_ref());
        if unread > 0 {
            let result = if comparison.is_some() {
                "the report and the comparison are"
            } else {
                "the report is"
            };
            let files = counted(unread, "file");
            return Ok(Answer::Incomplete(format!(
                "{files} could not be read: {result} about the others"
            )));
        }
        let bar = match self.fail_on {
            FailOn::Error => Severity::Error,
            FailOn::Warning => Severity::Warning,
        };
        let failing = report
            .findings()
            .filter(|finding| finding.severity >= bar)
            .count();
        Ok(match failing {
            0 => Answer::Done,
            1 => Answer::No("1 finding".to_owned()),
            several => Answer::No(format!("{several} findings")),
        })
    }
}

impl Check {
    fn compare(
        &self,
        new: &Delivery<'_>,
        old: &Delivery<'_>,
        options: &Options,
        output: &mut Output<'_>,
    ) -> Result<Comparison, Error> {
        let mut comparison = new
            .compare_with_progress(old, options, |file| {
                output.progress(format_args!("comparing {file}"));
            })
            .map_err(|error| invalid(&error))?;
        comparison.day = self.date.or_else(Date::today);
        name_options_of_comparison(&mut comparison);
        Ok(comparison)
    }

    fn write_report(
        &self,
        report: &Report,
        comparison: Option<&Comparison>,
        folder: &Path,
        output: &mut Output<'_>,
    ) -> Result<(), Error> {
        let mut artefacts = vec![
            Artefact::new(PAGE, html(report)),
            Artefact::new("report.json", json(report)?),
        ];
        if let Some(comparison) = comparison {
            artefacts.push(Artefact::new(COMPARISON_PAGE, comparison_html(comparison)));
            artefacts.push(Artefact::new("comparison.json", json(comparison)?));
        }
        let (written, _) = write(folder, "a report of a check", artefacts, output)?;
        // The output in JSON is one object, for a program.
        if self.format == CheckFormat::Text {
            let page = folder.join(PAGE).display().to_string();
            let pages = match comparison {
                Some(_) => {
                    let comparison = folder.join(COMPARISON_PAGE);
                    format!(
                        "{page} and {} in a browser; they need",
                        comparison.display()
                    )
                }
                None => format!("{page} in a browser; it needs"),
            };
            output.paragraph_break();
            output.sentence(0, &format!("{written}. Open {pages} no network."));
        }
        Ok(())
    }
}

/// Returns the number of files that could not be read. An invalid header is an error of the check, and leaves a block out of the
/// comparison.
fn unread_files(report: &Report, comparison: Option<&Comparison>) -> u64 {
    let unreadable = report
        .findings()
        .filter(|finding| finding.check.id == "unreadable-file");
    let unreadable = unreadable.map(|finding| finding.count).sum();
    // The comparison reads the files of the report too.
    comparison.map_or(unreadable, Comparison::unread_files)
}

/// Returns a report as JSON, as `report.json` has it.
fn json(report: &impl Serialize) -> Result<String, Error> {
    let json = serde_json::to_string_pretty(report);
    Ok(json.map_err(|error| Error::Input(vec![error.to_string()]))? + "\n")
}
