//! `check`: checks a delivery against the model.

use std::path::PathBuf;

use beraad_delivery::{BlockReport, Delivery, DeliveryError, Finding, Options, Report, Severity};
use beraad_schema::csv::{Dialect, Notation, encoding_rs};
use clap::{Args, ValueEnum};

use crate::command::{Answer, Command, Context};
use crate::error::Error;
use crate::examples::{Example, ModelNames};
use crate::names::find_block;
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
    /// Findings for which the exit code is 1
    #[arg(long, value_enum, value_name = "SEVERITY", default_value_t = FailOn::Error)]
    fail_on: FailOn,
    /// Output format
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t = CheckFormat::Text)]
    format: CheckFormat,
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
                "check delivery --codelists codelists --format json > report.json",
                "check codes against the lists that were supplied, for programs",
            ),
        ]
    }

    fn run(&self, context: &Context<'_>, output: &mut Output<'_>) -> Result<Answer, Error> {
        let options = self.options(context)?;
        let delivery =
            Delivery::open(&self.delivery, context.model).map_err(|error| invalid(&error))?;
        let report = delivery
            .check_with_progress(&options, |file| {
                output.progress(format_args!("checking {file}"));
            })
            .map_err(|error| invalid(&error))?;
        match self.format {
            CheckFormat::Text => print_text(&report, output),
            CheckFormat::Json => {
                let json = serde_json::to_string_pretty(&report);
                output
                    .print(&(json.map_err(|error| Error::Input(vec![error.to_string()]))? + "\n"));
            }
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
    Error::Input(error.to_string().lines().map(str::to_owned).collect())
}

fn print_text(report: &Report, output: &mut Output<'_>) {
    for block in &report.blocks {
        print_block(block, output);
        output.paragraph_break();
    }
    let blocks = report.blocks.len();
    let without = report.blocks_without_file.len();
    let summary = format!(
        "{} rows of {blocks} blocks, of which {} have an error; {without} blocks do not have a file.",
        grouped(report.rows()),
        report
            .blocks
            .iter()
            .filter(|block| block
                .findings
                .iter()
                .any(|it| it.severity == Severity::Error))
            .count(),
    );
    output.sentence(0, &summary);
    output.sentence(
        0,
        &format!(
            "Checked with model {} of {}, fingerprint {}.",
            report.model_version,
            report.deliberation,
            &report.fingerprint[..12]
        ),
    );
}

fn print_block(block: &BlockReport, output: &mut Output<'_>) {
    let files: Vec<_> = block.files.iter().map(|file| &*file.path).collect();
    output.sentence(
        0,
        &format!(
            "{} ({}): {} rows",
            block.block,
            files.join(", "),
            grouped(block.rows)
        ),
    );
    for finding in &block.findings {
        print_finding(finding, output);
    }
    let passed = block.passed.len();
    let all = if block.findings.is_empty() {
        "all "
    } else {
        ""
    };
    output.sentence(2, &format!("passed: {all}{passed} checks"));
}

fn print_finding(finding: &Finding, output: &mut Output<'_>) {
    let column = finding.column.as_ref().map(|column| format!(" {column}"));
    let column = column.unwrap_or_default();
    let (severity, check) = (finding.severity, finding.check);
    let title = check.title;
    output.sentence(2, &format!("{severity} {}{column}: {title}", check.id));
    if !finding.lines.is_empty() {
        let lines: Vec<_> = finding.lines.iter().map(u64::to_string).collect();
        let more = if finding.count > finding.lines.len() as u64 {
            ", .."
        } else {
            ""
        };
        let rows = if finding.count == 1 { "row" } else { "rows" };
        let mut line = format!(
            "{} {rows}; line {}{more}",
            grouped(finding.count),
            lines.join(", ")
        );
        let periods = &finding.periods;
        if let (Some((first, _)), Some((last, _))) =
            (periods.first_key_value(), periods.last_key_value())
        {
            let span = if first == last {
                format!("; {first}")
            } else {
                format!("; {first} to {last}, {} periods", periods.len())
            };
            line += &span;
        }
        output.sentence(6, &line);
    }
    let mut details: Vec<_> = finding.details.iter().collect();
    details.sort_by_key(|(_, count)| std::cmp::Reverse(**count));
    for (detail, count) in details.iter().take(3) {
        output.sentence(6, &format!("{} times {detail}", grouped(**count)));
    }
    if details.len() > 3 {
        output.sentence(6, &format!("and {} other forms", details.len() - 3));
    }
    output.sentence(6, check.remedy);
}

/// Returns a number with a comma between groups of three digits.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}
