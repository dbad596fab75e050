//! `check`: checks a delivery against the model.

use std::path::{Path, PathBuf};

use beraad_codegen::Artefact;
use beraad_delivery::{Delivery, DeliveryError, Options, Report, Severity, html};
use beraad_schema::csv::{Dialect, Notation, encoding_rs};
use beraad_schema::describe::{Date, visible};
use clap::{Args, ValueEnum};

use crate::check_text::print_report;
use crate::command::{Answer, Command, Context};
use crate::error::Error;
use crate::examples::{Example, ModelNames};
use crate::folder::write;
use crate::names::find_block;
use crate::option_names::{name_options, with_options};
use crate::output::Output;
use crate::rename_map;

/// Check a delivery: a folder with a CSV file for each block
///
/// Each file is read once, column by column. All findings are counted; no value of a row is shown unless `--show-values` asks for it.
///
/// Whatever a file has otherwise than the codebook says is stated by an option, and nothing is guessed.
#[derive(Debug, Args)]
pub(crate) struct Check {
    /// Folder with `<block>.csv` (also `.csv.gz` and `.csv.zst`), or with a folder of such files for a block
    #[arg(value_name = "DIR")]
    delivery: PathBuf,
    /// Block to check (repeatable, or several with commas; default: all that have a file)
    #[arg(long = "block", value_name = "BLOCK", value_delimiter = ',')]
    blocks: Vec<String>,
    /// Sign between two fields; `tab` is a tab
    #[arg(long, value_name = "SIGN", default_value = ",")]
    separator: String,
    /// Encoding of the files, such as `windows-1252` [default: UTF-8]
    #[arg(long, value_name = "NAME")]
    encoding: Option<String>,
    /// Numbers have a decimal comma
    #[arg(long)]
    decimal_comma: bool,
    /// Remove white space around each field
    #[arg(long)]
    trim: bool,
    /// Notation of days, months or quarters, such as `yyyyMM`, `yyyy'Q'Q` or `%tq` (repeatable)
    #[arg(long = "notation", value_name = "PATTERN")]
    notations: Vec<Notation>,
    /// Words for true and for false, such as `J,N`
    #[arg(long, value_name = "YES,NO")]
    flags: Option<String>,
    /// Text that means that there is no value, such as `NA` (repeatable)
    #[arg(long = "missing", value_name = "TEXT")]
    missing: Vec<String>,
    /// Table `block,in_file,column` with the names of columns in the files; the abbreviations of the source are known
    #[arg(long, value_name = "MAP")]
    rename: Option<PathBuf>,
    /// Column of the files that is left out (repeatable, or several with commas)
    #[arg(long = "ignore", value_name = "COLUMN", value_delimiter = ',')]
    ignored: Vec<String>,
    /// Show texts that are not values, and codes that no list has: they may be about persons
    #[arg(long)]
    show_values: bool,
    /// Folder for the report: `report.html`, a page for people, and `report.json`; its parent must exist
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
                "check delivery --codelists codelists --format json > report.json",
                "check codes against the lists that were supplied, for programs",
            ),
        ]
    }

    fn run(&self, context: &Context<'_>, output: &mut Output<'_>) -> Result<Answer, Error> {
        let options = self.options(context)?;
        if let Some(folder) = &self.report {
            check_place_of_report(folder, &self.delivery)?;
        }
        let delivery =
            Delivery::open(&self.delivery, context.model).map_err(|error| invalid(&error))?;
        let mut report = delivery
            .check_with_progress(&options, |file| {
                output.progress(format_args!("checking {file}"));
            })
            .map_err(|error| invalid(&error))?;
        report.day = self.date.or_else(Date::today);
        name_options(&mut report);
        match self.format {
            CheckFormat::Text => print_report(&report, output),
            CheckFormat::Json => output.print(&json(&report)?),
        }
        if let Some(folder) = &self.report {
            self.write_report(&report, folder, output)?;
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
    fn write_report(
        &self,
        report: &Report,
        folder: &Path,
        output: &mut Output<'_>,
    ) -> Result<(), Error> {
        let artefacts = vec![
            Artefact::new(PAGE, html(report)),
            Artefact::new("report.json", json(report)?),
        ];
        let (written, _) = write(folder, "a report of a check", artefacts, output)?;
        // The output in JSON is one object, for a program.
        if self.format == CheckFormat::Text {
            let page = folder.join(PAGE);
            output.paragraph_break();
            output.sentence(
                0,
                &format!(
                    "{written}. Open {} in a browser; it needs no network.",
                    page.display()
                ),
            );
        }
        Ok(())
    }

    /// Returns the options, or all errors of the command line.
    fn options(&self, context: &Context<'_>) -> Result<Options, Error> {
        let mut errors = Vec::new();
        let mut dialect = Dialect::new();
        match (&*self.separator, self.separator.as_bytes()) {
            ("tab", _) => dialect = dialect.separator(b'\t'),
            (_, [sign]) => dialect = dialect.separator(*sign),
            (other, _) => errors.push(format!(
                "`{other}` cannot separate fields: write one sign such as `;`, or `tab`"
            )),
        }
        if let Some(name) = &self.encoding {
            match encoding_rs::Encoding::for_label(name.as_bytes()) {
                Some(encoding) => dialect = dialect.encoding(encoding),
                None => errors.push(format!(
                    "unknown encoding `{name}`: write one such as `windows-1252` or `utf-8`"
                )),
            }
        }
        if self.decimal_comma {
            dialect = dialect.decimal_comma();
        }
        if self.trim {
            dialect = dialect.trim();
        }
        for notation in &self.notations {
            dialect = dialect.notation(notation.clone());
        }
        if let Some(words) = &self.flags {
            match words.split_once(',') {
                Some((yes, no)) => dialect = dialect.flags(yes, no),
                None => errors.push(format!("`{words}` are not two words: write them as `J,N`")),
            }
        }
        for text in &self.missing {
            dialect = dialect.missing(text);
        }
        for column in &self.ignored {
            dialect = dialect.ignore(column);
        }
        let blocks = self.blocks.iter();
        errors.extend(blocks.filter_map(|id| find_block(context.model, id).err()));
        if !errors.is_empty() {
            return Err(Error::CommandLine(errors));
        }
        let mut options = Options::new().dialect(dialect);
        if let Some(map) = &self.rename {
            options = options.renames(rename_map::read(map, context.model)?);
        }
        if self.show_values {
            options = options.show_values();
        }
        if !self.blocks.is_empty() {
            options.blocks = Some(self.blocks.iter().cloned().collect());
        }
        Ok(options)
    }
}

fn invalid(error: &DeliveryError) -> Error {
    Error::Input(
        with_options(&error.to_string())
            .lines()
            .map(str::to_owned)
            .collect(),
    )
}

/// Returns the report as JSON, as `report.json` has it.
fn json(report: &Report) -> Result<String, Error> {
    let json = serde_json::to_string_pretty(report);
    Ok(json.map_err(|error| Error::Input(vec![error.to_string()]))? + "\n")
}

/// Rejects a folder for the report within the delivery, where the next check would find its files.
fn check_place_of_report(folder: &Path, delivery: &Path) -> Result<(), Error> {
    let parent = folder.parent().filter(|it| !it.as_os_str().is_empty());
    let parent = parent.unwrap_or(Path::new("."));
    let (Ok(parent), Ok(delivery)) = (parent.canonicalize(), delivery.canonicalize()) else {
        // The one or the other is reported where it is used.
        return Ok(());
    };
    if !parent.starts_with(&delivery) {
        return Ok(());
    }
    let shown = visible(&folder.display().to_string());
    Err(Error::CommandLine(vec![format!(
        "`{shown}` is in the delivery: write the path of a folder outside it"
    )]))
}
