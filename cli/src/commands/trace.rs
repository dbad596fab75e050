//! `trace`: from each phrase of the decision to the variable that carries it out.

use beraad_codegen::text::visible;
use beraad_schema::describe::{Heading, Model, Trace as Step};
use clap::{Args, ValueEnum};
use serde::Serialize;

use super::{Answer, Context};
use crate::failure::Failure;
use crate::options::Example;
use crate::page::Page;

/// Show which variable carries out which phrase of the decision
///
/// The rows are in the order of the text: one row for each variable, and one for each phrase that has none. A phrase that the decision extends to other persons has rows for each of them.
#[derive(Debug, Args)]
pub(crate) struct Trace {
    /// How to write the rows
    #[arg(long, value_enum, value_name = "F", default_value_t = Style::Text)]
    format: Style,
    /// Exit with 1 if a phrase has no variable
    #[arg(long)]
    strict: bool,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Style {
    /// For people
    Text,
    /// One array of objects; null where there is nothing
    Json,
    /// With a header; empty where there is nothing
    Csv,
}

/// A row, as programmes read it.
#[derive(Serialize)]
struct Row<'a> {
    paragraph: u8,
    heading: &'a str,
    term: &'a str,
    of: Option<&'a str>,
    relative: Option<&'a str>,
    block: Option<&'a str>,
    variable: Option<&'a str>,
}

impl Trace {
    pub(crate) fn run(&self, context: &Context<'_>) -> Result<Answer, Failure> {
        let steps = context.model.trace();
        let missing = steps.iter().filter(|step| step.column.is_none()).count();
        let text = match self.format {
            Style::Text => text(context, &steps, missing),
            Style::Json => json(&steps)?,
            Style::Csv => csv(&steps)?,
        };
        let no = (self.strict && missing > 0)
            .then(|| format!("no: {missing} of {} rows have no variable", steps.len()));
        Ok(Answer { text, no })
    }
}

fn row<'a>(step: &'a Step<'_>) -> Row<'a> {
    Row {
        paragraph: step.heading.paragraph,
        heading: &step.heading.title,
        term: &step.term.term,
        of: step.term.of.as_deref(),
        relative: step.relative,
        block: step.block.map(|block| &*block.id),
        variable: step.column.as_ref().map(|column| &*column.name),
    }
}

fn json(steps: &[Step<'_>]) -> Result<String, Failure> {
    let mut lines = Vec::with_capacity(steps.len());
    for step in steps {
        let line = serde_json::to_string(&row(step));
        lines.push(line.map_err(|error| Failure::StandardOutput(error.into()))?);
    }
    let rows = match lines.len() {
        0 => "[]\n".to_owned(),
        _ => format!("[\n{}\n]\n", lines.join(",\n")),
    };
    Ok(escape(&rows))
}

/// JSON leaves some characters as they are that a terminal would obey; they can only stand within strings.
pub(super) fn escape(json: &str) -> String {
    let mut escaped = String::with_capacity(json.len());
    for char in json.chars() {
        if char == '\n' || visible(char.encode_utf8(&mut [0; 4])).starts_with(char) {
            escaped.push(char);
        } else {
            // In two halves where it has two, as JSON wants it.
            for unit in char.encode_utf16(&mut [0; 2]) {
                escaped.extend(["\\u", &format!("{unit:04x}")]);
            }
        }
    }
    escaped
}

fn csv(steps: &[Step<'_>]) -> Result<String, Failure> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let failed = |error: csv::Error| Failure::StandardOutput(error.into());
    writer
        .write_record([
            "paragraph",
            "heading",
            "term",
            "of",
            "relative",
            "block",
            "variable",
        ])
        .map_err(failed)?;
    for step in steps {
        let row = row(step);
        let text = |text: Option<&str>| visible(text.unwrap_or_default());
        let record = [
            row.paragraph.to_string(),
            visible(row.heading),
            visible(row.term),
            text(row.of),
            text(row.relative),
            text(row.block),
            text(row.variable),
        ];
        writer.write_record(record).map_err(failed)?;
    }
    let bytes = writer
        .into_inner()
        .map_err(|error| Failure::StandardOutput(std::io::Error::other(error.to_string())))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn text(context: &Context<'_>, steps: &[Step<'_>], missing: usize) -> String {
    let mut page = Page::new(context.width);
    // Columns are fitted heading by heading, so that one long name does not narrow all phrases.
    for steps in steps.chunk_by(|one, next| std::ptr::eq(one.heading, next.heading)) {
        let rows: Vec<_> = steps.iter().map(|step| words(&row(step))).collect();
        let title = title(context.model, steps[0].heading);
        page.gap().say(0, &title).table(2, &rows);
    }
    let (total, modelled) = (steps.len(), steps.len() - missing);
    let summary = format!("{total} rows: {modelled} with a variable, {missing} without.");
    page.gap().say(0, &summary);
    page.finish()
}

fn title(model: &Model, heading: &Heading) -> String {
    let provider = model.deliberation.paragraph(heading.paragraph);
    let provider = provider.map_or("", |it| &it.provider);
    format!("{} {provider}: {}", heading.paragraph, heading.title)
}

fn words(row: &Row<'_>) -> [String; 2] {
    let of = row.of.map(|of| format!(" (of: {of})"));
    let relative = row.relative.map(|relative| format!(" [{relative}]"));
    let phrase = [
        row.term,
        &of.unwrap_or_default(),
        &relative.unwrap_or_default(),
    ]
    .concat();
    let variable = match (row.block, row.variable) {
        (Some(block), Some(variable)) => format!("{block}.{variable}"),
        _ => "-".to_owned(),
    };
    [visible(&phrase), visible(&variable)]
}

pub(crate) fn examples() -> Vec<Example> {
    vec![
        (
            "trace".into(),
            "the rows by heading; `-` where a phrase has no variable",
        ),
        (
            "trace --format csv > trace.csv".into(),
            "the rows for a spreadsheet",
        ),
        (
            "trace --strict".into(),
            "fail, in a check, while a phrase has no variable",
        ),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_holds_no_character_that_commands_a_terminal_and_reads_back() {
        let hostile = "é \u{1b}[31m \u{7f} \u{9b}2J \u{202e} \u{feff} ☂ \"quoted\"";
        let json = escape(&serde_json::to_string(hostile).expect("a text"));
        assert!(!json.contains(|char: char| char.is_control()), "{json:?}");
        assert!(!json.contains(['\u{202e}', '\u{feff}']), "{json:?}");
        assert!(json.contains("é") && json.contains("☂"), "{json:?}");
        assert_eq!(
            serde_json::from_str::<String>(&json).expect("JSON"),
            hostile
        );
    }
}
