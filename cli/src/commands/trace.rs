//! `trace`: lists the phrases of the decision, each with the variables that carry it out.

use std::path::PathBuf;

use beraad_schema::describe::{Heading, Model, Trace as TracedPhrase, visible};
use clap::{Args, ValueEnum};
use serde::Serialize;

use crate::command::{Answer, Command, Context};
use crate::csv_text;
use crate::error::Error;
use crate::examples::{Example, ModelNames};
use crate::json;
use crate::output::Output;
use crate::quotations;

/// Show which variable carries out which phrase of the decision
///
/// The rows follow the order of the text: one row for each variable, and one for each phrase without a variable. A phrase that the decision extends to other persons has rows for each of them.
///
/// `--text` compares the register with the text of the decision instead.
#[derive(Debug, Args)]
pub(crate) struct Trace {
    /// Output format
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t = TraceFormat::Text)]
    format: TraceFormat,
    /// Exit with code 1 if a phrase has no variable; also treat each warning about the code lists as an error
    // The option that all commands share has the same name: both are set then.
    #[arg(long)]
    strict: bool,
    /// Compare with the text of the decision in FILE: list the titles and phrases of the register that it does not have in the same order, and exit with code 1 if there are any
    #[arg(long, value_name = "FILE", conflicts_with_all = ["format", "strict"])]
    text: Option<PathBuf>,
    /// The register that is compared with the text
    #[arg(
        long,
        value_name = "FILE",
        requires = "text",
        default_value = "deliberation.toml"
    )]
    register: PathBuf,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum TraceFormat {
    /// Text for people
    Text,
    /// An array of objects, with null for a missing value
    Json,
    /// A header and rows, with an empty field for a missing value
    Csv,
}

/// A phrase and its variable, as programs read them.
#[derive(Serialize)]
struct TraceLine<'a> {
    paragraph: &'a str,
    heading: &'a str,
    term: &'a str,
    of: Option<&'a str>,
    relative: Option<&'a str>,
    block: Option<&'a str>,
    variable: Option<&'a str>,
}

impl Command for Trace {
    const NAME: &'static str = "trace";

    fn examples(_: &ModelNames) -> Vec<Example> {
        vec![
            Example::new(
                "trace",
                "list the phrases by heading; `-` marks a phrase without a variable",
            ),
            Example::new(
                "trace --format csv > trace.csv",
                "write the rows for a spreadsheet",
            ),
            Example::new(
                "trace --strict",
                "fail, for example in CI, if a phrase has no variable",
            ),
            Example::new(
                "trace --text decision.txt --register deliberation.toml",
                "fail if a phrase of the register is not in the text, or at another place",
            ),
        ]
    }

    fn run(&self, context: &Context<'_>, output: &mut Output<'_>) -> Result<Answer, Error> {
        if let Some(text) = &self.text {
            return quotations::compare(text, &self.register, output);
        }
        let phrases = context.model.trace();
        let total = phrases.len();
        let missing = phrases.iter().filter(|it| it.column.is_none()).count();
        match self.format {
            TraceFormat::Text => {
                print_text(context.model, &phrases, output);
                let found = total - missing;
                let summary = format!("{total} rows: {found} with a variable, {missing} without.");
                output.paragraph_break();
                output.sentence(0, &summary);
            }
            TraceFormat::Json => output.print(&json::array(phrases.iter().map(TraceLine::new))),
            TraceFormat::Csv => output.print(&csv(&phrases)),
        }
        if self.strict && missing > 0 {
            return Ok(Answer::No(format!(
                "{missing} of {total} rows have no variable"
            )));
        }
        Ok(Answer::Done)
    }
}

impl<'a> TraceLine<'a> {
    fn new(phrase: &'a TracedPhrase<'_>) -> Self {
        Self {
            paragraph: &phrase.heading.paragraph,
            heading: &phrase.heading.title,
            term: &phrase.term.term,
            of: phrase.term.of.as_deref(),
            relative: phrase.relative,
            block: phrase.block.map(|block| &*block.id),
            variable: phrase.column.as_ref().map(|column| &*column.name),
        }
    }

    fn cells(&self) -> [String; 2] {
        let of = self.of.map_or(String::new(), |of| format!(" (of: {of})"));
        let relative = self.relative.map_or(String::new(), |it| format!(" [{it}]"));
        let phrase = [self.term, &of, &relative].concat();
        let variable = match (self.block, self.variable) {
            (Some(block), Some(variable)) => format!("{block}.{variable}"),
            _ => "-".to_owned(),
        };
        [visible(&phrase), visible(&variable)]
    }
}

fn print_text(model: &Model, phrases: &[TracedPhrase<'_>], output: &mut Output<'_>) {
    // The columns are fitted for each heading, so that one long name does not narrow all phrases.
    // By address: the title of a heading may occur in two paragraphs.
    for phrases in phrases.chunk_by(|one, next| std::ptr::eq(one.heading, next.heading)) {
        let cells: Vec<_> = phrases
            .iter()
            .map(|phrase| TraceLine::new(phrase).cells())
            .collect();
        output.paragraph_break();
        output.sentence(0, &title(model, phrases[0].heading));
        output.table(2, &cells);
    }
}

fn title(model: &Model, heading: &Heading) -> String {
    let provider = model.deliberation.provider(heading);
    let provider = provider.map_or(String::new(), |it| format!(" {it}"));
    format!("{}{provider}: {}", heading.paragraph, heading.title)
}

fn csv(phrases: &[TracedPhrase<'_>]) -> String {
    let header = [
        "paragraph",
        "heading",
        "term",
        "of",
        "relative",
        "block",
        "variable",
    ];
    let rows = phrases.iter().map(|phrase| {
        let line = TraceLine::new(phrase);
        [
            line.paragraph,
            line.heading,
            line.term,
            line.of.unwrap_or_default(),
            line.relative.unwrap_or_default(),
            line.block.unwrap_or_default(),
            line.variable.unwrap_or_default(),
        ]
    });
    csv_text::csv(std::iter::once(header).chain(rows))
}
